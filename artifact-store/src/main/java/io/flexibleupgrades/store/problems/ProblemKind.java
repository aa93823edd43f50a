package io.flexibleupgrades.store.problems;

import java.net.URI;
import java.util.Locale;

/** The kinds of problem a client can meet; the name is part of the contract and never changes. */
public enum ProblemKind {
  ACTION_NOT_FOUND(404, "There is no such action."),
  BLOB_NOT_FOUND(404, "There is no such blob."),
  BUNDLE_TOO_LARGE(413, "The bundle is too large."),
  COLLECTION_REFUSED(409, "Nothing is collected now."),
  DATABASE_UNAVAILABLE(503, "The store's database does not answer."),
  DIGEST_MISMATCH(400, "The bytes are not those of the digest."),
  DOCUMENT_TOO_LARGE(413, "The document is too large."),
  FAULT(500, "The store made a mistake."),
  HOSTILE_BUNDLE(422, "The bundle is not safe to keep."),
  INCOMPLETE_UPLOAD(400, "The upload ended early."),
  MALFORMED_ACTION(400, "The action is not a JSON object."),
  MALFORMED_BUNDLE(422, "The bundle is not a readable zip."),
  MALFORMED_DIGEST(400, "This is not a digest."),
  MALFORMED_MARK_SET(400, "The mark set cannot be relied on."),
  MALFORMED_PLATFORM(422, "The bundle is not a platform distribution."),
  MALFORMED_REQUEST(400, "The request cannot be understood."),
  MALFORMED_VERSION(400, "This is not a platform version."),
  METHOD_NOT_ALLOWED(405, "This address does not take this method."),
  NOT_ACCEPTABLE(406, "The answer has no such form."),
  NO_SUCH_ADDRESS(404, "There is nothing at this address."),
  PLATFORM_NOT_FOUND(404, "There is no such platform distribution."),
  STORAGE_UNAVAILABLE(503, "The store cannot reach its files."),
  STORE_FULL(507, "The store is full."),
  UNSUPPORTED_MEDIA_TYPE(415, "This address does not take this kind of content.");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Returns the last part of the type's address, for example {@code blob-not-found}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public URI type() {
    return URI.create("https://flexibleupgrades.io/problems/" + slug());
  }
}
