package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where modules are in two upgrades, which is all that their category depends on.
 *
 * @param before their state in the earlier upgrade, null if they are not in its scope
 * @param after their state in the later upgrade, null if they are not in its scope
 * @param failure why they failed in the later one, null if they did not
 */
record ComparedStates(
    @Nullable ModuleState before, @Nullable ModuleState after, @Nullable FailureKind failure) {

  static ComparedStates of(Row row) throws SQLException {
    return new ComparedStates(
        row.valueOrNull("before", ModuleState::parse),
        row.valueOrNull("after", ModuleState::parse),
        row.valueOrNull("failure_kind", kind -> Choice.parse(FailureKind.class, kind)));
  }

  Category category() {
    return Category.of(before, after, failure);
  }
}
