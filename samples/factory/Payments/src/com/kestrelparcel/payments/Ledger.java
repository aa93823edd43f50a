package com.kestrelparcel.payments;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretext.Letter;
import com.kestrelparcel.invoicing.Invoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import platform.text.TextFormat;

/** What customers owe, and what they have paid. */
public final class Ledger {
  private static final Letter REMINDER =
      Letter.of("Reminder", "{{open}} of invoice {{invoice}} was due on {{due}}.");

  private final Map<String, Invoice> invoices = new TreeMap<>();
  private final Map<String, Money> paid = new TreeMap<>();

  /** Adds an invoice to what is owed. */
  public void owe(Invoice invoice) {
    invoices.put(invoice.id(), invoice);
  }

  /**
   * Books a payment onto an invoice.
   *
   * @return what was paid too much
   */
  public Money pay(String invoice, Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A payment must be positive, not " + amount + ".");
    }
    Money open = open(invoice);
    Money booked = amount.compareTo(open) > 0 ? open : amount;
    paid.merge(invoice, booked, Money::plus);
    return amount.minus(booked);
  }

  /** What is still to be paid of an invoice. */
  public Money open(String invoice) {
    return invoices.get(invoice).total().minus(paid.getOrDefault(invoice, Money.ZERO));
  }

  /** The letters to everybody who should have paid before a day. */
  public List<String> reminders(LocalDate day) {
    return invoices.values().stream()
        .filter(invoice -> invoice.due().isBefore(day))
        .filter(invoice -> open(invoice.id()).isPositive())
        .map(this::reminder)
        .toList();
  }

  /** Everything that is still to be paid. */
  public Money outstanding() {
    return invoices.keySet().stream().map(this::open).reduce(Money.ZERO, Money::plus);
  }

  private String reminder(Invoice invoice) {
    return REMINDER.to(
        invoice.customer().name(),
        Map.of(
            "open", open(invoice.id()).toString(),
            "invoice", invoice.id(),
            "due", TextFormat.date(invoice.due())));
  }
}
