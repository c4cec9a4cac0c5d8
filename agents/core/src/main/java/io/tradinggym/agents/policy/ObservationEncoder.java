package io.tradinggym.agents.policy;

import io.tradinggym.api.Batch;
import io.tradinggym.api.Option;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.DictSpace;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiBinary;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.space.TupleSpace;
import io.tradinggym.api.wrapper.Normalizer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a network reads of an observation: numbers, normalised if so wished, and every choice one-hot, for the third of
 * four choices is not three times the first. Learners and policies of all kinds see through one of these. Normalisation
 * is part of a policy, so that whoever calls it need not know how it was trained.
 */
public final class ObservationEncoder implements Resumable {
  /** Whether numbers are normalised, as a setting of every algorithm. */
  public static final Option<Boolean> NORMALIZE =
      Option.flag(
          "normalizeObservations",
          false,
          "whether observations are normalised by running mean and deviation, kept with the"
              + " policy");

  private final Space space;
  private final int size;
  private final int inputs;
  private final boolean oneHot;
  private final @Nullable Normalizer normalizer;

  /** Where each entry stands among the inputs. */
  private final int[] places;

  /**
   * An encoder that has seen nothing yet.
   *
   * @param space the observation space
   * @param normalize whether numbers are scaled by the running mean and deviation of what was seen
   */
  public ObservationEncoder(Space space, boolean normalize) {
    this(space, normalize, null);
  }

  /** With a normalisation that was learned before. */
  ObservationEncoder(Space space, Normalizer normalizer) {
    this(space, true, normalizer);
  }

  private ObservationEncoder(Space space, boolean normalize, @Nullable Normalizer learned) {
    this.space = space;
    size = space.size();
    inputs = space.flatSize();
    boolean[] numbers = new boolean[size];
    places = new int[size];
    oneHot = mark(space, 0, 0, numbers);
    normalizer = learned != null || !normalize ? learned : new Normalizer(numbers, Normalizer.CLIP);
  }

  /** Marks the numbers of a part that begins at an entry; says whether it holds choices that become one-hot. */
  private boolean mark(Space part, int at, int flatAt, boolean[] numbers) {
    return switch (part) {
      case Box box -> {
        Arrays.fill(numbers, at, at + box.size(), true);
        Arrays.setAll(places, i -> i >= at ? flatAt + i - at : places[i]);
        yield false;
      }
      case Discrete choice -> true;
      case MultiDiscrete choices -> true;
      case MultiBinary switches -> false;
      case TupleSpace tuple -> {
        boolean found = false;
        for (int i = 0; i < tuple.spaces().size(); i++) {
          found |= mark(tuple.get(i), at + tuple.offset(i), flatAt + tuple.flatOffset(i), numbers);
        }
        yield found;
      }
      case DictSpace dict -> {
        boolean found = false;
        for (String name : dict.names()) {
          found |=
              mark(dict.get(name), at + dict.offset(name), flatAt + dict.flatOffset(name), numbers);
        }
        yield found;
      }
    };
  }

  /** {@return a copy that no longer changes with this one} */
  public ObservationEncoder copy() {
    return new ObservationEncoder(
        space, normalizer != null, normalizer == null ? null : normalizer.copy());
  }

  /** {@return the space of the observations} */
  public Space space() {
    return space;
  }

  /** {@return the number of values that a network reads of each observation} */
  public int inputs() {
    return inputs;
  }

  /** {@return whether a network reads observations as they are} */
  public boolean plain() {
    return !oneHot && normalizer == null;
  }

  /** {@return whether each input is one entry of the observation: there are no choices among them} */
  public boolean entryByEntry() {
    return !oneHot;
  }

  /** {@return the normalisation so far, null if numbers are left as they are} */
  public @Nullable Normalizer normalizer() {
    return normalizer;
  }

  /**
   * Takes into account what a reset or step of all lanes showed.
   *
   * @param batch what a reset or step filled
   */
  public void update(Batch batch) {
    if (normalizer != null) {
      normalizer.update(batch, null);
    }
  }

  /**
   * Writes rows of observations as a network reads them; {@code out} is another array. Several threads may.
   *
   * @param observations rows x observation size, row after row
   * @param from index of the first float in {@code observations}
   * @param rows number of rows, &gt;= 1
   * @param out receives rows x {@link #inputs()} floats
   * @param at index of the first of them
   */
  public void encode(float[] observations, int from, int rows, float[] out, int at) {
    if (oneHot) {
      for (int row = 0; row < rows; row++) {
        flatten(observations, from + row * size, out, at + row * inputs);
      }
    } else if (normalizer == null) {
      System.arraycopy(observations, from, out, at, rows * size);
    } else {
      normalizer.apply(observations, from, rows, out, at);
    }
  }

  private void flatten(float[] observations, int from, float[] out, int at) {
    space.flatten(observations, from, out, at);
    for (int i = 0; normalizer != null && i < size; i++) {
      if (normalizer.scales(i)) {
        out[at + places[i]] = normalizer.scaled(i, observations[from + i]);
      }
    }
  }

  /** Multiplies gradients of rows by the derivatives of {@link #encode} there; needs {@link #entryByEntry}. */
  void chain(float[] observations, int rows, float[] gradient) {
    if (normalizer != null) {
      normalizer.chain(observations, rows, gradient);
    }
  }

  /**
   * Begins with the normalisation of an older policy.
   *
   * @param older a policy that was trained before
   * @throws IllegalArgumentException if one of the two normalises and the other does not
   */
  public void adopt(ObservationEncoder older) {
    Normalizer theirs = older.normalizer;
    if ((theirs == null) != (normalizer == null)) {
      throw new IllegalArgumentException(
          "the older policy "
              + (theirs == null ? "saw raw observations" : "normalised its observations")
              + "; normalizeObservations must be "
              + (theirs != null));
    }
    if (theirs != null && normalizer != null) {
      Snapshots.copy(theirs, normalizer);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    if (normalizer != null) {
      normalizer.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    if (normalizer != null) {
      normalizer.restore(in);
    }
  }
}
