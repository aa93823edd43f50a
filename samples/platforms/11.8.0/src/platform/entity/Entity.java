package platform.entity;

/** A row of a table: any value with an identifier of its own. */
public interface Entity {

  /** The identifier, unique within the row's table. */
  String id();
}
