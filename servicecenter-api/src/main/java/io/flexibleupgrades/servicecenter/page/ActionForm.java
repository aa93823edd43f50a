package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.actions.Action;
import io.flexibleupgrades.servicecenter.actions.Order;
import io.flexibleupgrades.servicecenter.http.BadRequestException;
import io.flexibleupgrades.servicecenter.http.Parameters;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What an operator filled in, as a browser sends it. */
public class ActionForm {
  @RestForm @Nullable String upgrade;
  @RestForm @Nullable String key;
  @RestForm @Nullable String module;
  @RestForm @Nullable String requestedBy;
  @RestForm @Nullable String reason;

  UpgradeId upgradeId() {
    return Parameters.upgrade(given("upgrade", upgrade));
  }

  UUID idempotencyKey() {
    var text = given("key", key);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      var refusal = BadRequestException.malformedForm("'key' must be a UUID.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  @Nullable ModuleId moduleId() {
    return module == null || module.isEmpty() ? null : Parameters.module(module);
  }

  Order order(Action action) {
    var about = moduleId();
    return new Order(
        given("Your name", requestedBy),
        action.requiresReason() ? given("Reason", reason) : Parameters.text(reason),
        about == null ? null : List.of(about));
  }

  private static String given(String field, @Nullable String value) {
    var text = Parameters.text(value);
    if (text == null) {
      throw BadRequestException.malformedForm(
          "'%s' is empty. Go back and fill it in.".formatted(field));
    }
    return text;
  }
}
