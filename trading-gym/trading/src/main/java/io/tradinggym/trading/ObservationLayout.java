package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.api.Swappable;
import io.tradinggym.api.space.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a lane observes: named blocks, one after the other. Space, names and documentation of an observation come from
 * here, so that they cannot differ from what is written.
 */
public final class ObservationLayout implements Swappable {
  private static final ObservationBlock NOTHING =
      new ObservationBlock() {
        @Override
        public List<ObservationField> fields() {
          return List.of();
        }

        @Override
        public void write(Frame frame, int at) {}
      };

  /** Blocks that are called one by one. */
  private static final int SINGLE = 6;

  private final List<ObservationBlock> given;
  private final int[] at;
  private ObservationBlock[] blocks = {};
  private ObservationBlock first = NOTHING;
  private ObservationBlock second = NOTHING;
  private ObservationBlock third = NOTHING;
  private ObservationBlock fourth = NOTHING;
  private ObservationBlock fifth = NOTHING;
  private ObservationBlock sixth = NOTHING;

  private ObservationLayout(List<ObservationBlock> blocks) {
    given = List.copyOf(blocks);
    at = new int[Math.max(SINGLE, blocks.size())];
  }

  /** Numbers of each block; the same for all lanes, so that the first is asked, and no other has to make names. */
  int[] sizes() {
    return given.stream().mapToInt(block -> block.fields().size()).toArray();
  }

  /** Places the blocks, given what {@link #sizes} says here or in another lane; before, nothing is written. */
  void place(int[] sizes) {
    List<ObservationBlock> shown = new ArrayList<>();
    int next = 0;
    for (int block = 0; block < sizes.length; block++) {
      if (sizes[block] > 0) {
        at[shown.size()] = next;
        shown.add(given.get(block));
        next += sizes[block];
      }
    }
    blocks = shown.toArray(ObservationBlock[]::new);
    first = block(0);
    second = block(1);
    third = block(2);
    fourth = block(3);
    fifth = block(4);
    sixth = block(5);
  }

  /**
   * {@return a layout of these blocks, in this order; one without numbers is left out}
   *
   * @param blocks in the order in which they are written
   */
  public static ObservationLayout of(List<ObservationBlock> blocks) {
    return new ObservationLayout(blocks);
  }

  /**
   * {@return a layout of these blocks, in this order; one without numbers is left out}
   *
   * @param blocks in the order in which they are written
   */
  public static ObservationLayout of(ObservationBlock... blocks) {
    return new ObservationLayout(List.of(blocks));
  }

  /** What the blocks carry from step to step. */
  @Override
  public Optional<LaneState> laneState() {
    return LaneState.all(given);
  }

  /** {@return all numbers, by position} */
  public List<ObservationField> fields() {
    return given.stream().flatMap(block -> block.fields().stream()).toList();
  }

  /** {@return the box that the bounds of all numbers make} */
  public Box space() {
    List<ObservationField> fields = fields();
    float[] low = new float[fields.size()];
    float[] high = new float[fields.size()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (float) fields.get(i).low();
      high[i] = (float) fields.get(i).high();
    }
    return Box.of(low, high);
  }

  private ObservationBlock block(int number) {
    return number < blocks.length ? blocks[number] : NOTHING;
  }

  /**
   * Writes all blocks. The first ones are called each at a place of its own, so that the compiler sees one class there
   * and inlines it: a loop would call every block through a table, which costs a tenth of a step of one share.
   */
  void write(Frame frame) {
    first.write(frame, at[0]);
    second.write(frame, at[1]);
    third.write(frame, at[2]);
    fourth.write(frame, at[3]);
    fifth.write(frame, at[4]);
    sixth.write(frame, at[5]);
    for (int block = SINGLE; block < blocks.length; block++) {
      blocks[block].write(frame, at[block]);
    }
  }
}
