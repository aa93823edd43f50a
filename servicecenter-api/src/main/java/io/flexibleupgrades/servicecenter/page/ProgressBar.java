package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.status.Status;
import java.util.Locale;

/** The progress as a bar: where each part begins and how wide it is, in hundredths. */
public record ProgressBar(
    String prepared, String failed, String failedAt, String skipped, String skippedAt) {

  static ProgressBar of(Status status) {
    double one = status.total() == 0 ? 0 : 100.0 / status.total();
    return new ProgressBar(
        width(status.prepared() * one),
        width(status.failed() * one),
        width(status.prepared() * one),
        width(status.skipped() * one),
        width((status.prepared() + status.failed()) * one));
  }

  private static String width(double hundredths) {
    return String.format(Locale.ROOT, "%.2f%%", hundredths);
  }
}
