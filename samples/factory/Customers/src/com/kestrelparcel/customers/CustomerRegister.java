package com.kestrelparcel.customers;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.addressbook.AddressDirectory;
import com.kestrelparcel.coreaudit.AuditTrail;
import com.kestrelparcel.customers.Customer.Segment;
import java.util.List;
import platform.entity.Table;
import platform.security.User;

/** All customers; every change is in the audit trail. */
public final class CustomerRegister {
  private final Table<Customer> customers = Table.named("Customer");
  private final AddressDirectory addresses = new AddressDirectory();
  private final AuditTrail audit;

  /** An empty register. */
  public CustomerRegister(AuditTrail audit) {
    this.audit = audit;
  }

  /** Registers a customer under the next number. */
  public Customer register(Address address, Segment segment, User by) {
    String id = "C" + (1001 + customers.count());
    audit.record(by, "change customer", id);
    return customers.save(new Customer(id, addresses.use(address), segment, false));
  }

  /** Moves a customer to another address. */
  public Customer move(String id, Address to, User by) {
    Customer customer = customers.get(id);
    audit.record(by, "change customer", id);
    return customers.save(
        new Customer(id, addresses.use(to), customer.segment(), customer.blocked()));
  }

  /** Blocks a customer, who then cannot book. */
  public void block(String id, User by) {
    Customer customer = customers.get(id);
    audit.record(by, "change customer", id);
    customers.save(new Customer(id, customer.address(), customer.segment(), true));
  }

  /** The customer with this number. */
  public Customer get(String id) {
    return customers.get(id);
  }

  /** The customers of a segment by name. */
  public List<Customer> in(Segment segment) {
    return customers
        .query()
        .where(customer -> customer.segment() == segment)
        .orderBy(Customer::name)
        .list();
  }

  /** How often a customer's entry was changed. */
  public int changesOf(String id) {
    return audit.of(id).size();
  }
}
