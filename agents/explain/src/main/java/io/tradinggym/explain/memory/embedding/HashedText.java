package io.tradinggym.explain.memory.embedding;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts as vectors without a model: words and pairs of words are hashed to 2^16 features, weighted by how rare they are
 * in the training texts (TF-IDF), and projected to fewer numbers by signs that follow from the hash. Texts that share
 * rare words lie near each other; synonyms do not.
 *
 * @see <a href="https://arxiv.org/abs/0902.2206">Weinberger et al. (2009), Feature hashing for large scale multitask
 *     learning</a>
 */
public final class HashedText {
  private static final int FEATURES = 1 << 16;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final int dimensions;
  private final float[] weights;
  private final long hash;

  private HashedText(int dimensions, float[] weights) {
    this.dimensions = dimensions;
    this.weights = weights;
    long sum = dimensions;
    for (float weight : weights) {
      sum = mixed(sum ^ Float.floatToIntBits(weight));
    }
    hash = sum;
  }

  /**
   * Counts words of training texts.
   *
   * @param texts of the training range
   * @param dimensions numbers of a vector, &gt;= 1; 64 are usual
   * @return the embedding
   */
  public static HashedText fit(List<String> texts, int dimensions) {
    int[] in = new int[FEATURES];
    for (String text : texts) {
      features(text).keySet().forEach(feature -> in[feature]++);
    }
    float[] weights = new float[FEATURES];
    for (int feature = 0; feature < FEATURES; feature++) {
      weights[feature] = (float) Math.log((1.0 + texts.size()) / (1.0 + in[feature]));
    }
    return new HashedText(dimensions, weights);
  }

  /** {@return how many numbers a vector has} */
  public int dimensions() {
    return dimensions;
  }

  /** {@return the name, size and hash of the weights} */
  public String identity() {
    return "text " + dimensions + " " + Long.toHexString(hash);
  }

  /**
   * {@return the vector of a text, of length 1; all 0 for a text without words}
   *
   * @param text any text
   */
  public float[] embed(String text) {
    double[] sums = new double[dimensions];
    features(text)
        .forEach(
            (feature, count) -> {
              double weight = (1 + Math.log(count)) * weights[feature];
              long signs = mixed(feature * GOLDEN);
              for (int i = 0; i < dimensions; i++) {
                signs = i % Long.SIZE == 0 && i > 0 ? mixed(signs) : signs;
                sums[i] += (signs >> i % Long.SIZE & 1) == 0 ? weight : -weight;
              }
            });
    double square = 0;
    for (double sum : sums) {
      square += sum * sum;
    }
    float[] out = new float[dimensions];
    for (int i = 0; i < dimensions && square > 0; i++) {
      out[i] = (float) (sums[i] / Math.sqrt(square));
    }
    return out;
  }

  private static Map<Integer, Integer> features(String text) {
    Map<Integer, Integer> counts = new HashMap<>();
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    long before = 0;
    for (String word : plain.split("[^\\p{L}\\p{N}%$]+")) {
      if (!word.isEmpty()) {
        long own = 0;
        for (int i = 0; i < word.length(); i++) {
          own = mixed(own ^ word.charAt(i));
        }
        counts.merge((int) (own & FEATURES - 1), 1, Integer::sum);
        if (before != 0) {
          counts.merge((int) (mixed(own + GOLDEN * before) & FEATURES - 1), 1, Integer::sum);
        }
        before = own;
      }
    }
    return counts;
  }

  private static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L + GOLDEN;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
