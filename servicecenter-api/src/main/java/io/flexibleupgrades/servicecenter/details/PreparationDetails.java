package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;

/** A preparation in detail: its plan by levels, its pace, and when it is likely to end. */
public record PreparationDetails(
    List<Level> levels, Throughput throughput, Forecast forecast, AsOf asOf) {}
