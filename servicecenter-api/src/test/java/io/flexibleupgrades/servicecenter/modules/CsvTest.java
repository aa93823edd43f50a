package io.flexibleupgrades.servicecenter.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void separatesCellsByCommasAndEndsLinesAsTheRuleSays() {
    assertThat(Csv.line(Arrays.asList("a", null, 7, true))).isEqualTo("a,,7,true\r\n");
  }

  @Test
  void quotesCellsThatWouldEndTooSoon() {
    assertThat(Csv.line(List.of("a,b", "say \"no\"", "two\nlines", "plain")))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",plain\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void letsNoCellBeAFormula(String text) {
    assertThat(Csv.line(List.of(text))).isEqualTo("'" + text + "\r\n");
    assertThat(Csv.line(List.of(text + ",x"))).isEqualTo("\"'" + text + ",x\"\r\n");
    assertThat(Csv.line(List.of("x" + text))).isEqualTo("x" + text + "\r\n");
  }
}
