package io.flexibleupgrades.systemtests.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of a database at one moment, as {@code pg_dump --data-only} keeps them.
 *
 * @param tables each table's rows as a JSON array
 */
record DatabaseDump(Map<String, String> tables) {
  private static final String CONTINUE_NUMBERING =
      """
      do $$
      declare
        numbered record;
      begin
        for numbered in
          select table_name, column_name from information_schema.columns
          where table_schema = 'public' and is_identity = 'YES'
        loop
          execute format(
            'select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
            numbered.table_name, numbered.column_name,
            numbered.column_name, numbered.table_name);
        end loop;
      end
      $$
      """;

  /** Reads everything in one snapshot, while others write. */
  static DatabaseDump take(Connection database) throws SQLException {
    database.setAutoCommit(false);
    database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    var tables = new LinkedHashMap<String, String>();
    try (var statement = database.createStatement()) {
      // A new database has the history of its migrations already.
      try (var names =
          statement.executeQuery(
              """
              select tablename from pg_tables
              where schemaname = 'public' and tablename <> 'flyway_schema_history'
              order by tablename
              """)) {
        while (names.next()) {
          tables.put(names.getString(1), "[]");
        }
      }
      for (var table : tables.entrySet()) {
        try (var rows =
            statement.executeQuery(
                "select coalesce(json_agg(t), '[]') from %s t".formatted(table.getKey()))) {
          rows.next();
          table.setValue(rows.getString(1));
        }
      }
    }
    database.commit();
    return new DatabaseDump(tables);
  }

  /** Replaces the rows of a database of the same schema. */
  void restore(Connection database) throws SQLException {
    database.setAutoCommit(false);
    try (var statement = database.createStatement()) {
      statement.execute("truncate " + String.join(", ", tables.keySet()));
      for (var table : tables.keySet().stream().sorted().toList()) {
        insert(database, table);
      }
      statement.execute(CONTINUE_NUMBERING);
    }
    database.commit();
  }

  private void insert(Connection database, String table) throws SQLException {
    try (var insert =
        database.prepareStatement(
            """
            insert into %1$s overriding system value
            select * from json_populate_recordset(null::%1$s, ?::json)
            """
                .formatted(table))) {
      insert.setString(1, tables.get(table));
      insert.executeUpdate();
    }
  }
}
