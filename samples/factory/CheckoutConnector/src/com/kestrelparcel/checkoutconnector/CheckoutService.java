package com.kestrelparcel.checkoutconnector;

import com.kestrelparcel.contracts.ContractDesk;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.landedcost.LandedCost;
import com.kestrelparcel.landedcost.LandedCostCalculator;
import com.kestrelparcel.quoting.Quote;
import com.kestrelparcel.quoting.QuoteDesk;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;
import java.util.Map;
import platform.http.HttpRequest;
import platform.http.HttpResponse;
import platform.http.Router;

/** The endpoint that web shops ask while a buyer is at the checkout. */
final class CheckoutService {
  private final TrainingWorld world = new TrainingWorld();
  private final QuoteDesk quotes =
      new QuoteDesk(world.catalog(), new ContractDesk(new WorkingDays(world.clock())));
  private final LandedCostCalculator calculator = new LandedCostCalculator();
  private final Router router =
      new Router().expose("POST", "/landed-cost/{kilograms}", this::landedCost);

  HttpResponse handle(HttpRequest request) {
    return router.handle(request);
  }

  private HttpResponse landedCost(HttpRequest request, Map<String, String> path) {
    Weight weight = Weight.ofKilograms(Double.parseDouble(path.get("kilograms")));
    String[] item = request.body().split("=");
    Money value = new Money(Long.parseLong(item[1]));
    List<Quote> offers = quotes.offers(world.shop(), world.swiss(), weight, world.box());
    if (offers.isEmpty()) {
      return HttpResponse.notFound("A product for " + weight);
    }
    try {
      LandedCost cost = calculator.calculate(item[0], value, world.swiss(), offers.get(0));
      return HttpResponse.ok(
          cost.total()
              + " = "
              + cost.goods()
              + " + transport "
              + cost.transport()
              + " + duty "
              + cost.duty()
              + " + fee "
              + cost.fee());
    } catch (IllegalArgumentException e) {
      return new HttpResponse(422, e.getMessage());
    }
  }
}
