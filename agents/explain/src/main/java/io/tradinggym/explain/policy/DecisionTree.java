package io.tradinggym.explain.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A tree of questions "is input i at most t?", grown by weighted Gini impurity (CART). Immutable.
 *
 * @see <a href="https://doi.org/10.1201/9781315139470">Breiman et al. (1984), Classification and regression trees</a>
 */
public final class DecisionTree {
  private static final int INDENT = 2;

  private final Node root;

  /** A question, or, with the same node on both sides of none, an answer. */
  private sealed interface Node {}

  private record Split(int input, float at, Node low, Node high) implements Node {}

  private record Leaf(int choice, double purity) implements Node {}

  private DecisionTree(Node root) {
    this.root = root;
  }

  /**
   * Grows a tree.
   *
   * @param rows observations, all of the same length; at least one
   * @param labels choice of each row, 0 .. choices - 1
   * @param weights weight of each row, &gt;= 0
   * @param choices number of choices, &gt;= 1
   * @param depth most questions in a row, &gt;= 1
   * @return the tree
   */
  public static DecisionTree grow(
      List<float[]> rows, int[] labels, double[] weights, int choices, int depth) {
    if (rows.isEmpty() || labels.length != rows.size() || weights.length != rows.size()) {
      throw new IllegalArgumentException("a tree needs rows, and a label and weight for each");
    }
    Integer[] all = new Integer[rows.size()];
    Arrays.setAll(all, i -> i);
    return new DecisionTree(new Grower(rows, labels, weights, choices).grow(all, depth));
  }

  /**
   * {@return the choice at an observation}
   *
   * @param observation one observation, as long as the rows it was grown from
   */
  public int choose(float[] observation) {
    Node node = root;
    while (node instanceof Split split) {
      node = observation[split.input()] <= split.at() ? split.low() : split.high();
    }
    return ((Leaf) node).choice();
  }

  /** {@return the number of questions on the longest way from the first to an answer} */
  public int depth() {
    return depth(root);
  }

  private static int depth(Node node) {
    return node instanceof Split split ? 1 + Math.max(depth(split.low()), depth(split.high())) : 0;
  }

  /** {@return the number of answers} */
  public int leaves() {
    return leaves(root);
  }

  private static int leaves(Node node) {
    return node instanceof Split split ? leaves(split.low()) + leaves(split.high()) : 1;
  }

  /**
   * {@return as text, a line each}
   *
   * @param inputs names of inputs by number
   * @param choices names of choices by number
   */
  public String text(IntFunction<String> inputs, IntFunction<String> choices) {
    StringBuilder out = new StringBuilder();
    text(root, 0, out, inputs, choices);
    return out.toString();
  }

  private static void text(
      Node node,
      int level,
      StringBuilder out,
      IntFunction<String> inputs,
      IntFunction<String> choices) {
    switch (node) {
      case Leaf leaf ->
          out.repeat(' ', INDENT * level)
              .append(choices.apply(leaf.choice()))
              .append(String.format(Locale.ROOT, " (%.0f %%)\n", 100 * leaf.purity()));
      case Split split -> {
        String name = inputs.apply(split.input());
        out.repeat(' ', INDENT * level)
            .append(String.format(Locale.ROOT, "%s <= %.4g\n", name, split.at()));
        text(split.low(), level + 1, out, inputs, choices);
        out.repeat(' ', INDENT * level)
            .append(String.format(Locale.ROOT, "%s > %.4g\n", name, split.at()));
        text(split.high(), level + 1, out, inputs, choices);
      }
    }
  }

  /** Grows nodes. */
  private record Grower(List<float[]> rows, int[] labels, double[] weights, int choices) {
    Node grow(Integer[] members, int depth) {
      double[] counts = new double[choices];
      for (int row : members) {
        counts[labels[row]] += weights[row];
      }
      int best = 0;
      for (int choice = 1; choice < choices; choice++) {
        best = counts[choice] > counts[best] ? choice : best;
      }
      double all = Arrays.stream(counts).sum();
      double purity = all > 0 ? counts[best] / all : 1;
      if (depth == 0 || purity == 1) {
        return new Leaf(best, purity);
      }
      Cut cut = best(members, counts, all);
      if (cut == null) {
        return new Leaf(best, purity);
      }
      Integer[] low = members(members, cut, true);
      Integer[] high = members(members, cut, false);
      Node below = grow(low, depth - 1);
      Node above = grow(high, depth - 1);
      boolean same =
          below instanceof Leaf one && above instanceof Leaf two && one.choice() == two.choice();
      return same ? new Leaf(best, purity) : new Split(cut.input(), cut.at(), below, above);
    }

    private Integer[] members(Integer[] members, Cut cut, boolean low) {
      return Arrays.stream(members)
          .filter(row -> rows.get(row)[cut.input()] <= cut.at() == low)
          .toArray(Integer[]::new);
    }

    private record Cut(int input, float at, double gain) {}

    private @Nullable Cut best(Integer[] members, double[] counts, double all) {
      Cut best = null;
      double square = squares(counts) / all;
      for (int input = 0; input < rows.getFirst().length; input++) {
        long[] sorted = sorted(members, input);
        double[] low = new double[choices];
        double[] high = counts.clone();
        double below = 0;
        for (int i = 0; i + 1 < sorted.length; i++) {
          int row = (int) sorted[i];
          low[labels[row]] += weights[row];
          high[labels[row]] -= weights[row];
          below += weights[row];
          float here = rows.get(row)[input];
          float next = rows.get((int) sorted[i + 1])[input];
          if (here < next && below > 0 && below < all) {
            double gain = squares(low) / below + squares(high) / (all - below) - square;
            if (gain > 1e-9 * all && (best == null || gain > best.gain())) {
              float middle = here + (next - here) / 2;
              best = new Cut(input, middle < next ? middle : here, gain);
            }
          }
        }
      }
      return best;
    }

    /** Members by an input, equal ones as they come: its bits, in the order of floats, above the row. */
    private long[] sorted(Integer[] members, int input) {
      long[] sorted = new long[members.length];
      for (int i = 0; i < sorted.length; i++) {
        int bits = Float.floatToIntBits(rows.get(members[i])[input]);
        int rank = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
        sorted[i] = (long) rank << Integer.SIZE | members[i];
      }
      Arrays.sort(sorted);
      return sorted;
    }

    private static double squares(double[] counts) {
      double sum = 0;
      for (double count : counts) {
        sum += count * count;
      }
      return sum;
    }
  }
}
