package io.flexibleupgrades.servicecenter.failures;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What messages about different modules have in common: the message without the names, numbers and
 * paths in it, on one line.
 */
final class MessagePattern {
  static final String NAME = "‹name›";
  static final String NUMBER = "‹number›";
  static final String PATH = "‹path›";

  private static final int MOST_READ = 2_000;
  private static final int MOST_KEPT = 300;

  private static final String QUOTED =
      "(?<![\\p{L}\\p{N}])(?<quote>['\"`])(?<quoted>[^'\"`]{1,200}+)\\k<quote>(?![\\p{L}\\p{N}])";
  private static final String SEPARATED =
      "(?<path>(?:\\p{L}{1,10}:)?[\\p{L}\\p{N}_.$@-]*+(?:[/\\\\]{1,2}[\\p{L}\\p{N}_.$@+-]++)++)";
  private static final String DIGEST =
      "(?<digest>\\b(?=\\p{Alpha}*+\\d)(?=\\d*+\\p{Alpha})[0-9a-fA-F]{8,}+(?:-[0-9a-fA-F]++)*+\\b)";
  private static final String COUNTED = "(?<number>\\p{N}++(?:[.,:]?[\\p{L}\\p{N}_]++)*+)";
  private static final String WORD =
      "(?<word>[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+(?:\\.[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+)*+)";
  private static final Pattern TOKEN =
      Pattern.compile(String.join("|", QUOTED, SEPARATED, DIGEST, COUNTED, WORD));

  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern NAME_LIKE =
      Pattern.compile("[\\p{Lu}\\p{Lt}\\p{N}\\p{M}_$.[\\p{L}&&[^\\p{IsLatin}]]]");
  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}*+");
  private static final Pattern TYPE_ARGUMENTS =
      Pattern.compile(NAME + "(?:<[^<>]{0,300}+>|\\[\\]|\\.\\.\\.)");
  private static final Pattern ARGUMENTS = Pattern.compile(NAME + "\\([^()]{0,300}+\\)");
  private static final Pattern NAMES = Pattern.compile(NAME + "(?:, ?" + NAME + ")++");

  /** A word after one of these is a name, although it looks like any other word. */
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "class",
          "interface",
          "enum",
          "record",
          "variable",
          "method",
          "constructor",
          "package",
          "module",
          "field",
          "annotation");

  private static final Set<String> NO_NAMES =
      Set.of(
          ("a already an and are argument arguments as at be body by can cannot could declaration"
                  + " declarations declared defined definition do does element elements expected"
                  + " failed file for from has have in interface interfaces invocation is it literal"
                  + " member members method methods may must name names no not of on or parameter"
                  + " parameters pattern reference should symbol that the to type types variable"
                  + " variables was were which with without")
              .split(" "));

  private MessagePattern() {}

  /**
   * Returns the pattern of a message, at most 300 characters.
   *
   * @param prose whether its sentences begin with a capital, so that such a word is no name
   */
  static String of(String message, boolean prose) {
    var plain = onOneLine(message);
    var pattern = TOKEN.matcher(plain).replaceAll(token -> quoted(replaced(plain, token, prose)));
    String before;
    do {
      before = pattern;
      pattern = TYPE_ARGUMENTS.matcher(pattern).replaceAll(NAME);
    } while (!pattern.equals(before));
    pattern = ARGUMENTS.matcher(pattern).replaceAll(NAME + "()");
    return cut(NAMES.matcher(pattern).replaceAll(NAME), MOST_KEPT);
  }

  /** Returns the text, or its beginning with a sign that it was cut. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Invisible characters, such as marks of the writing direction, distinguish no message. */
  private static String onOneLine(String message) {
    return message
        .codePoints()
        .limit(MOST_READ)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip()
        .replaceAll(" {2,}", " ");
  }

  private static String replaced(String text, MatchResult token, boolean prose) {
    var all = token.group();
    if (token.group("quoted") != null) {
      var inside = token.group("quoted");
      boolean kept = !LETTER_OR_DIGIT.matcher(inside).find() || SourceVersion.isKeyword(inside);
      return kept ? all : NAME;
    }
    if (token.group("path") != null) {
      return PATH;
    }
    if (token.group("number") != null) {
      return NUMBER;
    }
    return token.group("digest") != null || isName(text, token, prose) ? NAME : all;
  }

  private static boolean isName(String text, MatchResult token, boolean prose) {
    var word = token.group();
    if (prose && CAPITALISED.matcher(word).matches() && beginsSentence(text, token.start())) {
      return false;
    }
    return NAME_LIKE.matcher(word).find()
        || text.startsWith("(", token.end())
        || (BEFORE_NAMES.contains(wordBefore(text, token.start())) && !NO_NAMES.contains(word));
  }

  private static boolean beginsSentence(String text, int at) {
    return at == 0 || text.startsWith(". ", at - 2) || text.startsWith(": ", at - 2);
  }

  /** Returns the word that only a space parts from this place, empty if there is none. */
  private static String wordBefore(String text, int at) {
    int end = at - 1;
    if (end < 0 || text.charAt(end) != ' ') {
      return "";
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
