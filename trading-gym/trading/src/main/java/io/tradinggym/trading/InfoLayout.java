package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.Swappable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a lane reports beside observation and reward: blocks, one after the other. */
public final class InfoLayout implements Swappable {
  private static final InfoBlock NOTHING =
      new InfoBlock() {
        @Override
        public List<InfoField> fields() {
          return List.of();
        }

        @Override
        public void write(Frame frame, int at) {}
      };

  /** Blocks that are called one by one, for speed: see {@link ObservationLayout#write}. */
  private static final int SINGLE = 5;

  private final InfoBlock[] blocks;
  private final InfoBlock first;
  private final InfoBlock second;
  private final InfoBlock third;
  private final InfoBlock fourth;
  private final InfoBlock fifth;
  private final int[] at;

  private InfoLayout(List<InfoBlock> blocks) {
    this.blocks = blocks.toArray(InfoBlock[]::new);
    first = block(0);
    second = block(1);
    third = block(2);
    fourth = block(3);
    fifth = block(4);
    at = new int[Math.max(SINGLE, blocks.size())];
  }

  /** Fields of each block, for {@link #place}: see {@link ObservationLayout#sizes}. */
  int[] sizes() {
    return Stream.of(blocks).mapToInt(block -> block.fields().size()).toArray();
  }

  /** Places the blocks; before, all of them write at 0. */
  void place(int[] sizes) {
    for (int block = 1; block < sizes.length; block++) {
      at[block] = at[block - 1] + sizes[block - 1];
    }
  }

  /**
   * {@return a layout of these blocks, in this order}
   *
   * @param blocks in the order in which they are written; may be none
   */
  public static InfoLayout of(InfoBlock... blocks) {
    return new InfoLayout(List.of(blocks));
  }

  /** What the blocks carry from step to step. */
  @Override
  public Optional<LaneState> laneState() {
    return LaneState.all(List.of(blocks));
  }

  /** {@return all fields, by position} */
  public List<InfoField> fields() {
    return List.of(blocks).stream().flatMap(block -> block.fields().stream()).toList();
  }

  private InfoBlock block(int number) {
    return number < blocks.length ? blocks[number] : NOTHING;
  }

  void write(Frame frame) {
    first.write(frame, at[0]);
    second.write(frame, at[1]);
    third.write(frame, at[2]);
    fourth.write(frame, at[3]);
    fifth.write(frame, at[4]);
    for (int block = SINGLE; block < blocks.length; block++) {
      blocks[block].write(frame, at[block]);
    }
  }
}
