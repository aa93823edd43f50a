package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.DatabaseException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves from those that trying again would only meet again. */
final class PassingFailure {
  private PassingFailure() {}

  /**
   * Returns whether the same batch can be written later: the database is away, slow or gave the
   * transaction up, or the broker does not take dead letters now.
   */
  static boolean is(Throwable failure) {
    if (DatabaseException.isUnavailable(failure)) {
      return true;
    }
    if (DatabaseException.isLasting(failure)) {
      return false;
    }
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KafkaException
          || cause instanceof RollbackException
          || cause instanceof SystemException
          || cause instanceof QuarkusTransactionException) {
        return true;
      }
    }
    return false;
  }
}
