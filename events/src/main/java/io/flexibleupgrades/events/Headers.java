package io.flexibleupgrades.events;

/** The names of the headers that every record carries. */
public final class Headers {
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String SEQUENCE = "ce_sequence";
  public static final String CONTENT_TYPE = "content-type";

  /** W3C trace context; optional. */
  public static final String TRACE_PARENT = "traceparent";

  /** On dead letters only: why the record could not be read. */
  public static final String DEAD_LETTER_REASON = "flexup_reason";

  /** On dead letters only: the topic it stood in. */
  public static final String DEAD_LETTER_TOPIC = "flexup_topic";

  /** On dead letters only: the partition it stood in, decimal. */
  public static final String DEAD_LETTER_PARTITION = "flexup_partition";

  /** On dead letters only: its offset in that partition, decimal. */
  public static final String DEAD_LETTER_OFFSET = "flexup_offset";

  private Headers() {}
}
