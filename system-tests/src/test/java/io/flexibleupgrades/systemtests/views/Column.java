package io.flexibleupgrades.systemtests.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The only column of a query. */
final class Column {
  private Column() {}

  static List<String> of(ResultSet rows) throws SQLException {
    try (rows) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
