package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists that belong to modules, such as their producers; events add to them or replace them, and
 * they are written at once. The first two columns of the table name the module.
 */
final class ListRows {
  private final String deletion;
  private final String insertion;
  private final String[] types;
  private final Map<List<Object>, List<Object[]>> lists = new LinkedHashMap<>();
  private final Set<List<Object>> replaced = new LinkedHashSet<>();

  /**
   * Begins without lists.
   *
   * @param deletion deletes the lists of the modules in its two parameters
   * @param insertion inserts the rows in its parameters, each unless it is there
   * @param types of the columns, which are the parameters
   */
  ListRows(String deletion, String insertion, String... types) {
    this.deletion = deletion;
    this.insertion = insertion;
    this.types = types;
  }

  /** Adds elements to the module's list. */
  void add(List<Object> module, List<Object[]> elements) {
    lists.computeIfAbsent(module, _ -> new ArrayList<>()).addAll(elements);
  }

  /** Puts these elements in the place of the module's list. */
  void replace(List<Object> module, List<Object[]> elements) {
    replaced.add(module);
    lists.put(module, new ArrayList<>(elements));
  }

  void write(Queries queries) {
    var modules = new Columns(Arrays.copyOf(types, 2));
    replaced.forEach(module -> modules.add(module.toArray()));
    var rows = new Columns(types);
    lists.forEach((module, elements) -> {
      for (var element : elements) {
        var row = Arrays.copyOf(module.toArray(), types.length);
        System.arraycopy(element, 0, row, 2, element.length);
        rows.add(row);
      }
    });
    queries.execute(deletion, modules);
    queries.execute(insertion, rows);
  }
}
