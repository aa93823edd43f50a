package com.kestrelparcel.billingdesk;

import com.kestrelparcel.contracts.ContractDesk;
import com.kestrelparcel.corecalendar.Period;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.invoicing.Invoice;
import com.kestrelparcel.invoicing.InvoiceRun;
import com.kestrelparcel.payments.Ledger;
import com.kestrelparcel.quoting.QuoteDesk;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import platform.timer.Timers;

/** Bills a month, books payments and reminds. */
public final class BillingDesk {
  private final TrainingWorld world = new TrainingWorld();
  private final WorkingDays days = new WorkingDays(world.clock());
  private final ContractDesk contracts = new ContractDesk(days);
  private final InvoiceRun run =
      new InvoiceRun(new QuoteDesk(world.catalog(), contracts), contracts, world.book(), days);
  private final Ledger ledger = new Ledger();

  private BillingDesk() {}

  /** Bills March, and waits until the first reminder. */
  public static void main(String[] args) {
    new BillingDesk().month();
  }

  private void month() {
    contracts.sign(world.shop());
    world.bookOrdinaryDay();
    Period march = Period.of(YearMonth.of(2025, 3));
    List<Invoice> invoices =
        Stream.of(world.shop(), world.brewery())
            .flatMap(customer -> run.bill(customer, march).stream())
            .toList();
    for (Invoice invoice : invoices) {
      ledger.owe(invoice);
      System.out.println(
          invoice.id()
              + " "
              + invoice.total()
              + ", tax "
              + invoice.tax()
              + ", due "
              + invoice.due());
    }
    Money tooMuch = ledger.pay(invoices.get(1).id(), Money.euros(500, 0));
    ledger.pay(invoices.get(0).id(), Money.euros(5, 0));
    System.out.println("Paid back: " + tooMuch);

    Timers timers = new Timers();
    timers.schedule(world.clock().now(), Duration.ofDays(7), this::remind);
    for (int day = 0; day < 22; day++) {
      world.nextDay();
      timers.runDue(world.clock().now());
    }
    System.out.println("Outstanding: " + ledger.outstanding());
  }

  private void remind() {
    ledger.reminders(days.today()).forEach(System.out::println);
  }
}
