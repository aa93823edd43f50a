package io.flexibleupgrades.servicecenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.flexibleupgrades.servicecenter.http.BadRequestException;
import org.junit.jupiter.api.DisplayName;

/** Whatever stands where a cursor into the changes should be. */
class ChangesCursorFuzzTest {

  @DisplayName("G12: a cursor into the changes is read or refused")
  @FuzzTest
  void readsOrRefusesCursors(FuzzedDataProvider input) {
    var text = input.consumeRemainingAsString();
    try {
      var cursor = ChangesCursor.parseOr(text, ChangesCursor.START);
      assertThat(cursor.sequence()).isNotNegative();
      assertThat(ChangesCursor.parse(cursor.text())).isEqualTo(cursor);
    } catch (BadRequestException e) {
      assertThat(e).message().isNotBlank();
    }
  }
}
