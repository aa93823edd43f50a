package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CompareCommandIT {
  private static final String OLD = "aaaa1111-0000-4000-8000-000000000001";
  private static final String NEW = "aaaa2222-0000-4000-8000-000000000002";
  private static final String COMPARISON = "GET /api/v1/upgrades/" + OLD + "/comparison";

  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services =
        new FakeServices()
            .answer(
                "GET /api/v1/environments/prod/upgrades",
                200,
                "{'items':[{'upgradeId':'%s','from':'11.9.0','to':'11.9.1','state':'cancelled',"
                        .formatted(NEW)
                    + "'total':4,'prepared':2,'failed':1,'skipped':0,'cancelled':1},"
                    + "{'upgradeId':'%s','from':'11.8.0','to':'11.9.0','state':'ready',"
                        .formatted(OLD)
                    + "'total':4,'prepared':4,'failed':0,'skipped':0,'cancelled':0}]}")
            .answer(
                COMPARISON,
                200,
                "{'from':{'upgradeId':'%s','to':'11.9.0'},'to':{'upgradeId':'%s','to':'11.9.1'},"
                        .formatted(OLD, NEW)
                    + "'counts':{'still-prepared':2,'not-settled':1,'newly-failing':1},'items':["
                    + "{'module':'Core','category':'still-prepared','before':'prepared',"
                    + "'after':'prepared'},"
                    + "{'module':'Quote','category':'not-settled','before':'prepared',"
                    + "'after':'cancelled'},"
                    + "{'module':'Rates','category':'newly-failing','before':'prepared',"
                    + "'after':'failed'}]}");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  @DisplayName("B49: compare shows each category's count, and what became worse first")
  void comparesTheEarlierUpgradeWithTheLater() {
    var call = FlexupCall.of(services, "compare", "aaaa2222", OLD, "--env", "prod");
    var json = FlexupCall.of(services, "compare", OLD, NEW, "--env", "prod", "-o", "json");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.out())
        .contains("Upgrade aaaa2222 to 11.9.1, compared with upgrade aaaa1111 to 11.9.0 before it")
        .contains("1  newly-failing\n", "1  not-settled\n", "2  still-prepared\n")
        .containsSubsequence("Rates ", "Quote ")
        .containsPattern("Rates +newly-failing +prepared +failed")
        .doesNotContain("Core");
    assertThat(json.json().path("items")).hasSize(3);
    assertThat(services.calls(COMPARISON)).allMatch(c -> c.path().endsWith("?with=" + NEW));
  }

  @Test
  void refusesWhatNamesNoUpgradeOrSeveralOrTheSame() {
    var unknown = FlexupCall.of(services, "compare", OLD, "bbbb", "--env", "prod");
    var several = FlexupCall.of(services, "compare", OLD, "aaaa", "--env", "prod");
    var same = FlexupCall.of(services, "compare", OLD, "aaaa1", "--env", "prod");

    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("No upgrade of prod").contains("flexup history --env prod");
    assertThat(several.exitCode()).isEqualTo(1);
    assertThat(several.err()).contains("More than one upgrade");
    assertThat(same.exitCode()).isEqualTo(2);
    assertThat(services.calls(COMPARISON)).isEmpty();
  }

  @Test
  @DisplayName("B33, B46: the history names its upgrades and counts cancelled modules")
  void showsCancelledUpgradesInTheHistory() {
    var call = FlexupCall.of(services, "history", "--env", "prod");

    assertThat(call.out())
        .containsPattern("CANCELLED +UPGRADE")
        .containsPattern("11.9.0 +11.9.1 +cancelled +- +- +4 +2 +1 +0 +1 +aaaa2222")
        .containsPattern("11.8.0 +11.9.0 +ready +- +- +4 +4 +0 +0 +0 +aaaa1111");
  }
}
