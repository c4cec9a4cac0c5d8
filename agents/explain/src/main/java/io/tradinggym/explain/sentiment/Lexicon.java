package io.tradinggym.explain.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Sentiment by weighed words. Of phrases the longest counts; a negation before a word ("not", "no", "fails to") turns
 * its weight, what comes after "despite" or "amid" counts in part. The score is {@code s / sqrt(s^2 + 4)} of the sum s
 * of weights: two strong words are nearly all of it. No word known means no score.
 *
 * <p>The word list is this library's own, of finance, written for headlines in English; it is not the list of Loughran
 * and McDonald, whose licence asks for payment. Irony, numbers and comparisons ("less bad than feared") it does not
 * understand. Immutable; shared between threads.
 */
public final class Lexicon implements SentimentModel {
  /** Words of a phrase, at most. */
  private static final int LONGEST = 4;

  /** Words that a negation reaches. */
  private static final int REACH = 3;

  private static final double NEGATED = -0.8;
  private static final double GRANTED = 0.3;
  private static final double SOFTNESS = 4;
  private static final int MOST_WORDS = 256;

  private final long[] keys;
  private final float[] weights;
  private final int terms;

  private static final Lexicon FINANCE = ofResource();
  private static final long[] NEGATIONS =
      hashes(
          "not",
          "no",
          "never",
          "without",
          "cannot",
          "fails",
          "fail",
          "failed",
          "unlikely",
          "isn't",
          "doesn't",
          "won't",
          "didn't",
          "can't",
          "don't",
          "aren't",
          "wasn't",
          "denies",
          "denied");
  private static final long[] CONCESSIONS =
      hashes("despite", "amid", "after", "although", "though");

  private Lexicon(long[] keys, float[] weights, int terms) {
    this.keys = keys;
    this.weights = weights;
    this.terms = terms;
  }

  /** {@return the library's list of words of finance} */
  public static Lexicon finance() {
    return FINANCE;
  }

  /**
   * Reads a list of one's own: a term of one to four words, a tab, and a weight from -3 to 3 on each line.
   *
   * @param file that is read
   * @return the list
   * @throws IllegalArgumentException naming the line that is wrong
   * @throws IOException if the file cannot be read
   */
  public static Lexicon read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      return read(in, file.toString());
    }
  }

  private static Lexicon ofResource() {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon.tsv"), "lexicon"),
            StandardCharsets.UTF_8)) {
      return read(in, "lexicon.tsv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Lexicon read(Reader in, String name) throws IOException {
    long[] keys = new long[1 << 14];
    float[] weights = new float[keys.length];
    int terms = 0;
    BufferedReader lines = new BufferedReader(in);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      String[] words = cells[0].split(" ", -1);
      float weight = cells.length == 2 ? weight(cells[1]) : Float.NaN;
      if (!(Math.abs(weight) <= 3) || words.length > LONGEST || 2 * terms >= keys.length) {
        throw new IllegalArgumentException(
            name
                + ", line "
                + number
                + ": must be a term of 1 to 4 words, a tab and a weight from -3 to 3; was \""
                + line
                + "\"");
      }
      long key = 0;
      for (String word : words) {
        key = joined(key, hash(word));
      }
      int slot = slot(keys, key);
      terms += keys[slot] == 0 ? 1 : 0;
      keys[slot] = key;
      weights[slot] = weight;
    }
    return new Lexicon(keys, weights, terms);
  }

  private static float weight(String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  /** {@return the number of terms} */
  public int terms() {
    return terms;
  }

  @Override
  public Optional<Sentiment> score(String text) {
    long[] words = new long[Math.min(MOST_WORDS, text.length() / 2 + 1)];
    int count = words(text, words);
    double sum = 0;
    int hits = 0;
    int negated = 0;
    double granted = 1;
    for (int i = 0; i < count; ) {
      int length = longest(words, i, count);
      if (length > 0) {
        float weight = weights[slot(keys, key(words, i, length))];
        sum += weight * (negated > 0 ? NEGATED : 1) * granted;
        hits += length;
        negated = 0;
      }
      if (length <= 1 && contains(NEGATIONS, words[i])) {
        negated = REACH + 1;
      }
      if (contains(CONCESSIONS, words[i])) {
        granted = GRANTED;
      }
      negated = Math.max(0, negated - 1);
      i += Math.max(1, length);
    }
    return hits == 0
        ? Optional.empty()
        : Optional.of(new Sentiment(sum / Math.sqrt(sum * sum + SOFTNESS), hits, count));
  }

  /** Words of the longest term that begins at a word; 0 if none does. */
  private int longest(long[] words, int from, int count) {
    for (int length = Math.min(LONGEST, count - from); length > 0; length--) {
      if (keys[slot(keys, key(words, from, length))] != 0) {
        return length;
      }
    }
    return 0;
  }

  private static long key(long[] words, int from, int length) {
    long key = 0;
    for (int i = from; i < from + length; i++) {
      key = joined(key, words[i]);
    }
    return key;
  }

  private static boolean contains(long[] few, long word) {
    for (long one : few) {
      if (one == word) {
        return true;
      }
    }
    return false;
  }

  private static long[] hashes(String... words) {
    long[] hashes = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      hashes[i] = hash(words[i]);
    }
    return hashes;
  }

  private static long joined(long key, long word) {
    return (key ^ word) * 0x100000001b3L + 1;
  }

  /** Where a key is, or would be; 0 is no key. */
  private static int slot(long[] keys, long key) {
    int slot = (int) (key >>> 20) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private static long hash(String word) {
    long[] one = new long[1];
    words(word, one);
    return one[0];
  }

  /** Hashes of the words, in lower case; letters, digits, apostrophes and hyphens inside make a word. */
  private static int words(String text, long[] out) {
    int count = 0;
    long hash = 0;
    for (int i = 0; i <= text.length() && count < out.length; i++) {
      char letter = i < text.length() ? text.charAt(i) : ' ';
      char plain = letter == '’' ? '\'' : letter;
      boolean inside =
          (plain == '\'' || plain == '-')
              && hash != 0
              && i + 1 < text.length()
              && Character.isLetterOrDigit(text.charAt(i + 1));
      if (Character.isLetterOrDigit(plain) || inside) {
        hash = (hash ^ Character.toLowerCase(plain)) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
      } else if (hash != 0) {
        out[count++] = hash;
        hash = 0;
      }
    }
    return count;
  }
}
