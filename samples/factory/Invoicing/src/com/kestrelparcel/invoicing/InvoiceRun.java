package com.kestrelparcel.invoicing;

import com.kestrelparcel.contracts.Contract;
import com.kestrelparcel.contracts.ContractDesk;
import com.kestrelparcel.corecalendar.Period;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.quoting.Quote;
import com.kestrelparcel.quoting.QuoteDesk;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.shipments.ShipmentBook;
import java.util.List;
import java.util.Optional;
import platform.entity.Table;
import platform.text.TextFormat;

/** Bills the shipments of a period; a customer without shipments gets no invoice. */
public final class InvoiceRun {
  private final Table<Invoice> invoices = Table.named("Invoice");
  private final QuoteDesk quotes;
  private final ContractDesk contracts;
  private final ShipmentBook shipments;
  private final WorkingDays days;

  /** Bills what is in the book. */
  public InvoiceRun(
      QuoteDesk quotes, ContractDesk contracts, ShipmentBook shipments, WorkingDays days) {
    this.quotes = quotes;
    this.contracts = contracts;
    this.shipments = shipments;
    this.days = days;
  }

  /** The invoice of a customer for the shipments booked within the period. */
  public Optional<Invoice> bill(Customer customer, Period period) {
    List<Invoice.Line> lines =
        shipments.of(customer).stream()
            .filter(shipment -> period.contains(shipment.bookedOn()))
            .map(this::line)
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    int paymentDays = contracts.inForce(customer).map(Contract::paymentDays).orElse(0);
    String id = "R" + TextFormat.padLeft(Integer.toString(invoices.count() + 1), 5, '0');
    return Optional.of(
        invoices.save(
            new Invoice(id, customer, lines, days.today(), days.after(days.today(), paymentDays))));
  }

  private Invoice.Line line(Shipment shipment) {
    Quote quote =
        quotes.quote(
            shipment.sender(), shipment.recipient(), shipment.product(), shipment.weight());
    return new Invoice.Line(shipment.id(), shipment.product().id(), quote.net(), quote.gross());
  }
}
