package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.details.Forecast;
import io.flexibleupgrades.servicecenter.details.PreparationDetails;
import io.flexibleupgrades.servicecenter.workers.Running;
import java.util.List;

/** A preparation in detail, as its page shows it. */
public record DetailsPage(
    LevelStrip strip, ThroughputChart chart, Forecast forecast, List<Running> running) {

  static DetailsPage of(PreparationDetails details, List<Running> running) {
    return new DetailsPage(
        LevelStrip.of(details.levels()),
        ThroughputChart.of(details.throughput()),
        details.forecast(),
        running);
  }
}
