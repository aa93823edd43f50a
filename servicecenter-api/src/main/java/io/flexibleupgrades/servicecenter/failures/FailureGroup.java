package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import java.util.List;

/**
 * Failed modules of which the compiler said the same.
 *
 * @param group identifies the group in its upgrade, also in later upgrades
 * @param code the compiler's name of the message, empty if there was none
 * @param message the message without names, numbers and paths, empty if nothing was said
 * @param example the message as it was for the first module, at most 1,000 characters
 * @param failed how many modules failed so
 * @param heldBack how many modules were skipped because of at least one of them
 * @param modules the first few of the failed modules in alphabetical order
 */
public record FailureGroup(
    String group,
    FailureKind kind,
    String code,
    String message,
    String example,
    int failed,
    long heldBack,
    List<ModuleId> modules) {}
