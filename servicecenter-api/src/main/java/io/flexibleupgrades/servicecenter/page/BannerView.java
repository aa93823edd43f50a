package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.status.Banner;
import io.flexibleupgrades.servicecenter.status.Status;
import java.util.List;

/**
 * The banner as a page shows it.
 *
 * @param tone its colour's name: {@code progress}, {@code ready} or {@code errors}
 * @param sign says the same as the colour, for those who do not see it
 * @param word says the same in a word
 * @param details where {@code Click here for more details} leads, empty if nothing is in progress
 */
public record BannerView(
    String tone, String sign, String word, List<BannerLine> lines, String details) {

  static BannerView of(Status status, Addresses addresses) {
    var details = status.state().isEnd() ? "" : addresses.details();
    var lines = status.messages().stream().map(text -> line(text, status, addresses)).toList();
    return switch (status.state()) {
      case UPGRADING -> new BannerView("progress", "↑", "Upgrading", lines, details);
      case AWAITING_CONFIRMATION ->
          new BannerView("progress", "…", "Waiting for confirmation", lines, details);
      case PREPARING -> new BannerView("progress", "↻", "In progress", lines, details);
      case PAUSED -> new BannerView("progress", "‖", "Paused", lines, details);
      case READY -> new BannerView("ready", "✓", "Ready", lines, details);
      case READY_WITH_ERRORS -> new BannerView("errors", "!", "Ready with errors", lines, details);
      case CANCELLED -> new BannerView("errors", "–", "Cancelled", lines, details);
      case ERROR -> new BannerView("errors", "!", "Error", lines, details);
    };
  }

  private static BannerLine line(String text, Status status, Addresses addresses) {
    return switch (text) {
      case Banner.READY ->
          BannerLine.linked(text, "Release Notes", addresses.releaseNotes(status.to()));
      case Banner.SOME_FAILED -> BannerLine.linked(text, text, addresses.errors());
      default -> BannerLine.plain(text);
    };
  }
}
