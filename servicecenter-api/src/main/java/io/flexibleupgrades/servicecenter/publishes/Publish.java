package io.flexibleupgrades.servicecenter.publishes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;

/** All that is known of a publish, with its modules in alphabetical order. */
public record Publish(
    @JsonUnwrapped PublishItem publish, List<PublishedModule> modules, AsOf asOf) {}
