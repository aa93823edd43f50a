package io.flexibleupgrades.servicecenter.page;

/**
 * A line of the banner, of which a part can be a link.
 *
 * @param link the words that are a link, empty if none are
 * @param href where they lead
 */
public record BannerLine(String before, String link, String href, String after) {

  static BannerLine plain(String text) {
    return new BannerLine(text, "", "", "");
  }

  /** Returns the line with these words of it as a link. */
  static BannerLine linked(String text, String words, String href) {
    int at = text.indexOf(words);
    return at < 0
        ? plain(text)
        : new BannerLine(text.substring(0, at), words, href, text.substring(at + words.length()));
  }

  public boolean isLinked() {
    return !link.isEmpty();
  }
}
