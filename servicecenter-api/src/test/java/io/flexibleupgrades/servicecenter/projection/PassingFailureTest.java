package io.flexibleupgrades.servicecenter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PassingFailureTest {

  @Test
  void aDatabaseThatIsAwayOrBusyIsAnsweredByTryingAgain() {
    assertThat(PassingFailure.is(caused(new SQLException("gone", "08006")))).isTrue();
    assertThat(PassingFailure.is(caused(new SQLException("shutting down", "57P01")))).isTrue();
    assertThat(PassingFailure.is(caused(new SQLException("no connection")))).isTrue();
    assertThat(PassingFailure.is(caused(new RollbackException("given up")))).isTrue();
  }

  @Test
  void aBrokerThatDoesNotTakeDeadLettersIsAnsweredByTryingAgain() {
    assertThat(PassingFailure.is(new CompletionException(new TimeoutException("away")))).isTrue();
  }

  @Test
  void whatWouldBeMetAgainStopsThePartition() {
    assertThat(PassingFailure.is(caused(new SQLException("duplicate key", "23505")))).isFalse();
    assertThat(PassingFailure.is(new IllegalStateException("A defect."))).isFalse();
  }

  private static RuntimeException caused(Exception cause) {
    return new IllegalStateException("The transaction did not succeed.", cause);
  }
}
