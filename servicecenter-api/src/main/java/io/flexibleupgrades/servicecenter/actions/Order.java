package io.flexibleupgrades.servicecenter.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexibleupgrades.events.ModuleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the orchestrator is told beside the action itself.
 *
 * @param requestedBy who asks for it
 * @param reason why, null if nobody said
 * @param modules which modules, null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
    String requestedBy, @Nullable String reason, @Nullable List<ModuleId> modules) {}
