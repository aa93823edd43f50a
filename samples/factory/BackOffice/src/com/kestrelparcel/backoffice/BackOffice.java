package com.kestrelparcel.backoffice;

import com.kestrelparcel.contracts.ContractDesk;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coretheme.Page;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.pickuprequests.Pickup;
import com.kestrelparcel.pickuprequests.PickupDesk;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.Map;
import platform.screen.TableBlock;
import platform.security.AccessDeniedException;
import platform.settings.Settings;
import platform.text.TextFormat;

/** Where clerks look after customers, their contracts and their pickups. */
public final class BackOffice {
  private final TrainingWorld world = new TrainingWorld();
  private final WorkingDays days = new WorkingDays(world.clock());
  private final ContractDesk contracts = new ContractDesk(days);
  private final PickupDesk pickups =
      new PickupDesk(world.depots(), days, Settings.of(Map.of("vans", "2", "vans.HAM", "1")));

  private BackOffice() {}

  /** Shows a clerk's morning. */
  public static void main(String[] args) {
    new BackOffice().morning();
  }

  private void morning() {
    contracts.sign(world.brewery());
    Customer moved = world.customers().move(world.shop().id(), world.swiss(), world.clerk());
    show(moved);
    show(world.brewery());
    TableBlock table = TableBlock.of("Pickup", "Depot", "Day", "Parcels");
    for (int parcels : new int[] {12, 30, 7}) {
      Pickup pickup = pickups.book(world.brewery(), parcels);
      table.row(pickup.id(), pickup.depot().city(), TextFormat.date(pickup.day()), parcels);
    }
    System.out.println(
        Page.of("Back Office", "pickups").with(table).line(tryToApproveCredit()).show());
  }

  private void show(Customer customer) {
    System.out.println(new CustomerFile(customer, world.customers(), contracts).show());
  }

  private String tryToApproveCredit() {
    try {
      world.audit().record(world.clerk(), "approve credit", world.brewery().id());
      return "Credit approved.";
    } catch (AccessDeniedException e) {
      return e.getMessage() + " Ask " + world.supervisor().name() + ".";
    }
  }
}
