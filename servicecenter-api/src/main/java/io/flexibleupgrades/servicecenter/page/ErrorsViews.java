package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.failures.FailureFilter;
import io.flexibleupgrades.servicecenter.failures.FailureOverview;
import io.flexibleupgrades.servicecenter.failures.FailureReader;
import io.flexibleupgrades.servicecenter.page.ErrorsView.Tab;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what the page of the errors shows. */
@ApplicationScoped
class ErrorsViews {
  private final FailureReader reader;

  ErrorsViews(FailureReader reader) {
    this.reader = reader;
  }

  ErrorsView of(
      Frame frame, @Nullable String kind, @Nullable String group, @Nullable String cursor) {
    var filter = FailureFilter.of(kind, group);
    var upgrade = frame.status().upgradeId();
    var found =
        upgrade == null
            ? FailureOverview.nothing(frame.status().asOf())
            : reader.overview(upgrade, filter, cursor);
    var next = found.next();
    return new ErrorsView(
        found,
        filter.group() != null,
        tabs(frame.to(), filter, found),
        next == null ? "" : frame.to().errors(filter.kind(), filter.group(), next));
  }

  private static List<Tab> tabs(Addresses to, FailureFilter filter, FailureOverview found) {
    var tabs = new ArrayList<Tab>();
    tabs.add(tab(to, null, found.first().failed(), filter));
    found.kinds().forEach(of -> tabs.add(tab(to, of.kind(), of.failed(), filter)));
    return tabs;
  }

  private static Tab tab(
      Addresses to, @Nullable FailureKind kind, int failed, FailureFilter filter) {
    boolean shown = filter.group() == null && kind == filter.kind();
    return new Tab(to.errors(kind, null, null), shown ? "page" : "false", kind, failed);
  }
}
