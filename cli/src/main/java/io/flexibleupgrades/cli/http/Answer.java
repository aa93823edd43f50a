package io.flexibleupgrades.cli.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered to a call that it accepted.
 *
 * @param status from 200 to 299
 * @param body missing if the answer has none
 */
public record Answer(int status, JsonNode body) {
  private static final int CREATED = 201;

  /** Returns whether the call made something that had not been there. */
  public boolean created() {
    return status == CREATED;
  }
}
