package io.flexibleupgrades.servicecenter.actions;

/**
 * What became of an action.
 *
 * @param status code of the answer: below 300 if it was done, or was done before
 * @param text what happened, or why not and what to do
 */
public record Result(int status, String title, String text) {
  public boolean isDone() {
    return status < 300;
  }
}
