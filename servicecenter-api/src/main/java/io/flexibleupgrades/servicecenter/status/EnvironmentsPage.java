package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import java.util.List;

/** The names of environments in alphabetical order. */
public record EnvironmentsPage(List<EnvironmentName> items) {}
