package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.actions.Action;
import io.flexibleupgrades.servicecenter.http.QueryString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The addresses of an environment's pages. */
public final class Addresses {
  private final String home;
  private final String releaseNotes;

  Addresses(EnvironmentName environment, PageConfig config) {
    this.home = "/environments/" + encoded(environment.value());
    this.releaseNotes = config.releaseNotes();
  }

  public String home() {
    return home;
  }

  /** Returns the page of that name, home if there is none. */
  String page(@Nullable String name) {
    return switch (name) {
      case "details" -> details();
      case "modules" -> modules();
      case "errors" -> errors();
      case "workers" -> workers();
      case "upgrades" -> upgrades();
      case null, default -> home;
    };
  }

  public String details() {
    return home + "/details";
  }

  public String modules() {
    return home + "/modules";
  }

  public String errors() {
    return home + "/errors";
  }

  public String workers() {
    return home + "/workers";
  }

  /** Returns the address of a group of errors. */
  public String group(String group) {
    return errors(null, group, null);
  }

  /** Returns the address of errors so filtered; what is null does not restrict them. */
  String errors(@Nullable FailureKind kind, @Nullable String group, @Nullable String cursor) {
    return QueryString.EMPTY
        .with("kind", kind)
        .with("group", group)
        .with("cursor", cursor)
        .after(errors());
  }

  public String skipped() {
    return modules() + "?state=skipped";
  }

  public String upgrades() {
    return home + "/upgrades";
  }

  public String comparison() {
    return home + "/comparison";
  }

  public String comparison(UpgradeId earlier, UpgradeId later) {
    return QueryString.EMPTY.with("from", earlier).with("to", later).after(comparison());
  }

  public String module(ModuleId module) {
    return modules() + "/" + encoded(module.value());
  }

  /** Returns where an operator is asked whether an action on the upgrade is wanted. */
  public String action(Action action) {
    return home + "/actions/" + action;
  }

  /** Returns where an operator is asked whether an action on a module is wanted. */
  public String action(Action action, ModuleId module) {
    return QueryString.EMPTY.with("module", module).after(action(action));
  }

  /** Returns where the changes of the environment are told as they happen. */
  public String stream() {
    return "/api/v1" + home + "/status/stream";
  }

  public String releaseNotes(@Nullable String version) {
    return releaseNotes.replace("{version}", version == null ? "" : encoded(version));
  }

  /** Returns the text as it stands in a part of a path or a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
