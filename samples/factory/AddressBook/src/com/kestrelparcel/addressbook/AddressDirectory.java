package com.kestrelparcel.addressbook;

import com.kestrelparcel.coretext.Words;
import java.util.List;
import java.util.Optional;
import platform.entity.Entity;
import platform.entity.Table;

/** Known addresses; two spellings of the same address are one entry. */
public final class AddressDirectory {
  private record Entry(String id, Address address, int uses) implements Entity {}

  private final Table<Entry> entries = Table.named("Address");

  /** Remembers that an address was used, and returns the spelling that was seen first. */
  public Address use(Address address) {
    String key = Words.searchKey(address.oneLine());
    Optional<Entry> known = entries.find(key);
    Address spelling = known.map(Entry::address).orElse(address);
    entries.save(new Entry(key, spelling, known.map(Entry::uses).orElse(0) + 1));
    return spelling;
  }

  /** Addresses whose text contains what somebody typed, the most used first. */
  public List<Address> search(String typed) {
    String key = Words.searchKey(typed);
    return entries
        .query()
        .where(entry -> entry.id().contains(key))
        .orderBy(entry -> -entry.uses())
        .list()
        .stream()
        .map(Entry::address)
        .toList();
  }
}
