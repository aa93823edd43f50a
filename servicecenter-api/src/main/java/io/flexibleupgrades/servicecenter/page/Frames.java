package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.projection.Lag;
import io.flexibleupgrades.servicecenter.status.StatusReader;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes what stands around each page's own content. */
@ApplicationScoped
class Frames {
  private final StatusReader reader;
  private final Lag lag;
  private final PageConfig config;

  Frames(StatusReader reader, Lag lag, PageConfig config) {
    this.reader = reader;
    this.lag = lag;
    this.config = config;
  }

  Frame of(EnvironmentName environment, String page, String title) {
    var status = reader.status(environment);
    var addresses = new Addresses(environment, config);
    return new Frame(
        page,
        title,
        status,
        BannerView.of(status, addresses),
        ProgressBar.of(status),
        addresses,
        Shown.behind(lag.events()),
        reader.environments());
  }
}
