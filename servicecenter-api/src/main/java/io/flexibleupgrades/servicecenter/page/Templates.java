package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.actions.Result;
import io.flexibleupgrades.servicecenter.modules.ModuleDetail;
import io.flexibleupgrades.servicecenter.workers.LiveWorker;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages' templates. */
@CheckedTemplate(basePath = "pages")
final class Templates {
  private Templates() {}

  static native TemplateInstance home(Frame frame, List<UpgradeLine> upgrades);

  static native TemplateInstance upgrades(Frame frame, List<UpgradeLine> upgrades);

  static native TemplateInstance comparison(Frame frame, ComparisonTable comparison);

  static native TemplateInstance details(Frame frame, DetailsPage details, ModuleTable table);

  static native TemplateInstance workers(Frame frame, List<LiveWorker> workers, int slots);

  static native TemplateInstance modules(Frame frame, ModuleTable table);

  static native TemplateInstance module(Frame frame, ModuleDetail detail, FocusDrawing focus);

  static native TemplateInstance errors(Frame frame, ErrorsView view);

  static native TemplateInstance action(Frame frame, ActionView view);

  static native TemplateInstance result(Frame frame, Result result, @Nullable ModuleId module);

  static native TemplateInstance start();

  static native TemplateInstance notes(String version);

  static native TemplateInstance missing(String title, String detail);
}
