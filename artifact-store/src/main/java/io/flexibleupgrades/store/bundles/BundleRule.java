package io.flexibleupgrades.store.bundles;

import java.util.Locale;

/** The rules that a bundle can break, each with what to do about it. */
public enum BundleRule {
  ABSOLUTE_PATH("write paths relative to the bundle's root, without a leading '/' or drive letter"),
  BACKSLASH("separate folders with '/'"),
  CASE_CLASH("rename one of the two entries: some file systems cannot tell them apart"),
  COMPRESSION_RATIO("store such content outside the bundle, or uncompressed"),
  CONTROL_CHARACTER("rename the entry without control characters"),
  DIRECTORY_SIZE("use fewer entries or shorter names, without comments"),
  DUPLICATE_NAME("keep one entry of this name"),
  ENCRYPTED("write the zip without encryption"),
  ENTRY_COUNT("split the module, or leave out what is not a source or resource"),
  FILE_AND_FOLDER("rename one: the same name cannot be a file and a folder"),
  FOLDER_WITH_CONTENT("write the folder's entry without content, or its name without '/'"),
  LYING_HEADER("write the zip again with an ordinary tool: its headers disagree with its content"),
  NAME_ENCODING("write names as UTF-8"),
  NAME_LENGTH("shorten the path"),
  OVERLAPPING_ENTRIES("write the zip again with an ordinary tool: two entries share bytes"),
  PATH_SEGMENT("write the path without '.', '..' or empty parts"),
  SPECIAL_FILE(
      "replace links and devices by ordinary files, without setuid, setgid or sticky bits"),
  UNCOMPRESSED_SIZE("leave out what is not needed to compile");

  private final String advice;

  BundleRule(String advice) {
    this.advice = advice;
  }

  /** Returns the rule's stable name, for example {@code path-segment}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what to do, as the second half of a sentence. */
  public String advice() {
    return advice;
  }
}
