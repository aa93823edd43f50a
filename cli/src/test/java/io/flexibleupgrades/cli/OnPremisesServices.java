package io.flexibleupgrades.cli;

import java.io.IOException;

/** Fake services with an on-premises environment that is upgraded to 11.9.0. */
final class OnPremisesServices {
  static final String ID = "0f4c5e0e-1111-4c4c-8a8a-000000000001";
  static final String ENVIRONMENT = "GET /api/v1/environments/prod";
  static final String START = "POST /api/v1/environments/prod/upgrades";
  static final String STATUS = "GET /api/v1/environments/prod/status";
  static final String CONFIRM = "POST /api/v1/upgrades/" + ID + "/confirm";
  static final String CANCEL = "POST /api/v1/upgrades/" + ID + "/cancel";
  static final String FIRST_STEP =
      "The first step of the upgrade process has finished. This environment has been"
          + " successfully upgraded to Platform Server version 11.9.0";

  private OnPremisesServices() {}

  /** Returns services where starting, confirming and cancelling is accepted. */
  static FakeServices start() throws IOException {
    return new FakeServices()
        .answer(
            START,
            202,
            "{'upgradeId':'%s','environment':'prod','state':'upgrading','alreadyStarted':false}"
                .formatted(ID))
        .answer(CONFIRM, 202, answer("preparing", "The tasks are started."))
        .answer(CANCEL, 202, answer("cancelled", "The preparation is cancelled."));
  }

  static String answer(String state, String message) {
    return "{'upgradeId':'%s','environment':'prod','state':'%s','changed':true,'message':'%s'}"
        .formatted(ID, state, message);
  }

  /** The environment without an open upgrade. */
  static String environment() {
    return environment("null");
  }

  /** The environment while its upgrade is open. */
  static String upgrading(String state) {
    return environment("{'id':'%s','state':'%s'}".formatted(ID, state));
  }

  private static String environment(String upgrade) {
    return ("{'name':'prod','kind':'on-premises','edition':'enterprise',"
            + "'platform':{'version':'11.8.0'},'modules':4,'upgrade':%s}")
        .formatted(upgrade);
  }

  static String awaiting() {
    return status(
        "awaiting-confirmation",
        0,
        "The platform of this environment has been upgraded to version 11.9.0.",
        "Your modules are not prepared: the preparation waits for your confirmation.");
  }

  static String preparing(int prepared, String... more) {
    var lines = new String[more.length + 2];
    lines[0] = FIRST_STEP;
    lines[1] = "We are now preparing your modules - %d%%".formatted(25 * prepared);
    System.arraycopy(more, 0, lines, 2, more.length);
    return status("preparing", prepared, lines);
  }

  static String ready() {
    return status(
        "ready",
        4,
        "This environment is ready (Release Notes)",
        "No further actions are required.");
  }

  static String status(String state, int prepared, String... messages) {
    return ("{'environment':'prod','upgradeId':'%s','from':'11.8.0','to':'11.9.0','state':'%s',"
            + "'percentage':%d,'total':4,'prepared':%d,'failed':0,'skipped':0,'excluded':0,"
            + "'messages':['%s'],'asOf':{'sequence':7,'time':'2026-01-01T00:00:00Z'}}")
        .formatted(ID, state, 25 * prepared, prepared, String.join("','", messages));
  }
}
