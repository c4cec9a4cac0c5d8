package io.tradinggym.api.wrapper;

import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Runs a {@link Journal} again: gives an environment the same seeds and actions and reports the first result that
 * differs.
 *
 * <pre>{@code
 * try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
 *   JournalReplay.compare(Files.newInputStream(path), envs).ifPresent(System.out::println);
 * }
 * }</pre>
 */
public final class JournalReplay {
  private JournalReplay() {}

  /**
   * The first result that differs.
   *
   * @param event number of the reset or step, from 0
   * @param lane in which it differs, from 0
   * @param what reward, end, first or hash of the observation
   * @param journal the value in the journal, as text
   * @param replay the value of this run, as text
   */
  public record Difference(long event, int lane, String what, String journal, String replay) {
    @Override
    public String toString() {
      return "event "
          + event
          + ", lane "
          + lane
          + ": "
          + what
          + " was "
          + journal
          + " in the journal, is "
          + replay;
    }
  }

  /**
   * Replays a journal.
   *
   * @param journal read to its end, not closed
   * @param environment made as the journal's was; it is reset and stepped
   * @return the first result that differs; empty if all are the same bits
   * @throws IOException if the stream cannot be read
   * @throws IllegalArgumentException if it is no journal, one of another shape, or one whose resets had options
   */
  public static Optional<Difference> compare(InputStream journal, VectorEnvironment environment)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(journal));
    try {
      header(in, environment);
      Batch batch = environment.newBatch();
      float[] actions = new float[environment.lanes() * environment.actionSpace().size()];
      boolean[] lanes = new boolean[environment.lanes()];
      for (long event = 0; repeat(in, environment, actions, lanes, batch); event++) {
        Optional<Difference> difference = results(in, batch, event);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    } catch (EOFException e) {
      throw new IllegalArgumentException(
          "the journal breaks off; its environment was not closed", e);
    }
  }

  private static void header(DataInputStream in, VectorEnvironment environment) throws IOException {
    if (in.readInt() != Journal.MAGIC) {
      throw new IllegalArgumentException("this is no journal: it does not begin with TGJ1");
    }
    String id = text(in);
    int lanes = in.readInt();
    int size = in.readInt();
    String made = environment.spec().id();
    if (!id.equals(made)
        || lanes != environment.lanes()
        || size != environment.actionSpace().size()) {
      throw new IllegalArgumentException(
          "the journal is of "
              + lanes
              + " lanes of "
              + id
              + " with actions of "
              + size
              + " floats, the environment has "
              + environment.lanes()
              + " of "
              + made
              + " with "
              + environment.actionSpace().size());
    }
  }

  /** Does the next event; false at the end. */
  private static boolean repeat(
      DataInputStream in,
      VectorEnvironment environment,
      float[] actions,
      boolean[] lanes,
      Batch batch)
      throws IOException {
    int kind = in.readByte();
    switch (kind) {
      case Journal.RESET -> {
        long seed = in.readLong();
        String options = text(in);
        if (!options.equals(Options.NONE.toString())) {
          throw new IllegalArgumentException(
              "a reset had options " + options + "; such a journal cannot be replayed");
        }
        environment.reset(seed, batch);
      }
      case Journal.RESET_LANES -> {
        for (int lane = 0; lane < lanes.length; lane++) {
          lanes[lane] = in.readBoolean();
        }
        environment.reset(lanes, batch);
      }
      case Journal.STEP -> {
        for (int i = 0; i < actions.length; i++) {
          actions[i] = in.readFloat();
        }
        environment.step(actions, batch);
      }
      case Journal.END -> {
        return false;
      }
      default ->
          throw new IllegalArgumentException("the journal is damaged: no event has code " + kind);
    }
    return true;
  }

  private static Optional<Difference> results(DataInputStream in, Batch batch, long event)
      throws IOException {
    for (int lane = 0; lane < batch.lanes; lane++) {
      double reward = in.readDouble();
      byte end = in.readByte();
      boolean first = in.readBoolean();
      long hash = in.readLong();
      if (Double.doubleToRawLongBits(reward) != Double.doubleToRawLongBits(batch.rewards[lane])) {
        return difference(event, lane, "reward", reward, batch.rewards[lane]);
      }
      if (!EndReason.isCode(end)) {
        throw new IllegalArgumentException(
            "the journal is damaged: no reason of an end has code " + end);
      }
      if (end != batch.ends[lane]) {
        return difference(event, lane, "end", EndReason.of(end), batch.endReason(lane));
      }
      if (first != batch.first[lane]) {
        return difference(event, lane, "first", first, batch.first[lane]);
      }
      if (hash != Journal.hash(batch, lane)) {
        return difference(
            event,
            lane,
            "hash of the observation",
            Long.toHexString(hash),
            Long.toHexString(Journal.hash(batch, lane)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Difference> difference(
      long event, int lane, String what, Object journal, Object replay) {
    return Optional.of(new Difference(event, lane, what, journal.toString(), replay.toString()));
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IllegalArgumentException("the journal is damaged: a text has length " + length);
    }
    byte[] utf = in.readNBytes(length);
    return new String(utf, StandardCharsets.UTF_8);
  }
}
