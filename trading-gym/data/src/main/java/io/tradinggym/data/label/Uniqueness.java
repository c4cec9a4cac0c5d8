package io.tradinggym.data.label;

import io.tradinggym.api.random.RandomStream;
import java.util.List;

/**
 * How much labels overlap. A label is made of the bars after its entry up to its end; where c labels are made of the
 * same bar, it is worth 1 / c to each.
 *
 * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), chapter 4</a>
 */
public final class Uniqueness {
  private final int[] start;
  private final int[] end;
  private final int bars;

  private Uniqueness(int[] start, int[] end) {
    this.start = start;
    this.end = end;
    int last = -1;
    for (int i = 0; i < start.length; i++) {
      if (start[i] < 0 || end[i] < start[i]) {
        throw new IllegalArgumentException(
            "span "
                + i
                + " must run from a bar >= 0 to a later or the same one, was "
                + start[i]
                + " to "
                + end[i]);
      }
      last = Math.max(last, end[i]);
    }
    bars = last + 1;
  }

  /**
   * {@return the overlap of labels, each made of the bars after its entry, its end included}
   *
   * @param labels in any order, which is that of the weights
   */
  public static Uniqueness of(List<Label> labels) {
    return new Uniqueness(
        labels.stream().mapToInt(label -> label.entry() + 1).toArray(),
        labels.stream().mapToInt(Label::end).toArray());
  }

  /**
   * {@return the overlap of spans of bars, both ends included}
   *
   * @param start index of each span's first bar, from 0
   * @param end index of each span's last bar, as many
   */
  public static Uniqueness ofSpans(int[] start, int[] end) {
    if (start.length != end.length) {
      throw new IllegalArgumentException(
          "there must be as many ends as starts, were " + end.length + " and " + start.length);
    }
    return new Uniqueness(start.clone(), end.clone());
  }

  /** {@return each label's weight as an example, in (0, 1]: the mean over its bars of 1 / (labels made of the bar)} */
  public double[] weights() {
    int[] concurrent = new int[bars];
    for (int i = 0; i < start.length; i++) {
      add(concurrent, i);
    }
    double[] weights = new double[start.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = mean(concurrent, i, 0);
    }
    return weights;
  }

  private void add(int[] concurrent, int label) {
    for (int bar = start[label]; bar <= end[label]; bar++) {
      concurrent[bar]++;
    }
  }

  private double mean(int[] concurrent, int label, int more) {
    double sum = 0;
    for (int bar = start[label]; bar <= end[label]; bar++) {
      sum += 1.0 / (concurrent[bar] + more);
    }
    return sum / (end[label] - start[label] + 1);
  }

  /**
   * {@return the chances of the next draw of a sequential bootstrap: each label's uniqueness beside those drawn, normed
   * to 1}
   *
   * @param drawn indices of the labels drawn so far, from 0, as often as they were
   */
  public double[] chances(int... drawn) {
    int[] concurrent = new int[bars];
    for (int label : drawn) {
      add(concurrent, label);
    }
    double[] chances = new double[start.length];
    chances(concurrent, chances);
    return chances;
  }

  private void chances(int[] concurrent, double[] chances) {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = mean(concurrent, i, 1);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
  }

  /**
   * {@return the indices of labels drawn with replacement, each the likelier the less it overlaps with those drawn
   * before}
   *
   * @param draws how many to draw, >= 0
   * @param random one number is drawn from it for each label
   */
  public int[] bootstrap(int draws, RandomStream random) {
    int[] concurrent = new int[bars];
    double[] chances = new double[start.length];
    int[] drawn = new int[draws];
    for (int draw = 0; draw < draws; draw++) {
      chances(concurrent, chances);
      double left = random.uniform();
      int label = 0;
      while (label < chances.length - 1 && left >= chances[label]) {
        left -= chances[label++];
      }
      drawn[draw] = label;
      add(concurrent, label);
    }
    return drawn;
  }
}
