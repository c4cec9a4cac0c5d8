package io.tradinggym.agents.nn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Says when some loops over vectors are compiled, and sees to it that they are. Until the optimising compiler has made
 * machine code of such a loop, each of its vectors is an object, and it takes a hundred times as long as plain Java;
 * where there is no such compiler, always.
 *
 * <p>A method is compiled when it has been called some thousand times. So the work is done in plain Java, and from time
 * to time a trial is made: a short run, measured by the clock, and many calls that return at once, because they have
 * nothing to do, but are counted. A run that takes no longer than machine code does ends the trials.
 *
 * <p>May be shared by threads; what is counted may then be a little less than there was.
 */
final class Warmth {
  /** Multiply-adds from one trial to the next, at first; longer the longer it takes. */
  private static final long PAUSE = 500_000;

  private static final double LONGER = 1.02;

  /** Values of a run: vectors of every width, and some that do not fill one. */
  private static final int LENGTH = 1_027;

  /** Compiled, a run and the clock take a microsecond or two; with objects for vectors, ten at the very least. */
  private static final long COMPILED_NANOS = 6_000;

  private final Effort effort;
  private final int calls;
  private final List<IntConsumer> loops;
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile boolean ready;
  private long next;
  private double pause = PAUSE;

  private Warmth(Effort effort, int calls, IntConsumer... loops) {
    this.effort = effort;
    this.calls = calls;
    this.loops = new ArrayList<>(List.of(loops));
  }

  /** Work in plain Java, of all functions together. */
  static final class Effort {
    /** Multiply-adds before the first trial: who needs less is not served by compiling. */
    private static final long FIRST = 4_000_000;

    private long done = -FIRST;
  }

  /**
   * {@return of loops in which everything is inlined whatever the counts say, as the methods of vectors are}
   *
   * @param effort shared by all functions
   * @param loops each does so many values when called, and returns at once for 0
   */
  static Warmth of(Effort effort, IntConsumer... loops) {
    return new Warmth(effort, 2_000, loops);
  }

  /**
   * {@return of a loop that calls functions of ours} Those are inlined only if they seem to be called often: fewer calls
   * for nothing.
   *
   * @param effort shared by all functions
   * @param loop does so many values when called, and returns at once for 0
   */
  static Warmth ofCalling(Effort effort, IntConsumer loop) {
    return new Warmth(effort, 250, loop);
  }

  /** {@return whether all loops are compiled}, asked before each use; {@code work} is its size, in multiply-adds */
  boolean readyFor(long work) {
    return ready || risen(work);
  }

  private boolean risen(long work) {
    effort.done += work;
    if (effort.done >= next && trying.compareAndSet(false, true)) {
      loops.removeIf(this::compiled);
      ready = loops.isEmpty();
      pause *= LONGER;
      next = effort.done + (long) pause;
      trying.set(false);
    }
    return ready;
  }

  private boolean compiled(IntConsumer loop) {
    long start = System.nanoTime();
    loop.accept(LENGTH);
    long nanos = System.nanoTime() - start;
    for (int i = 0; i < calls; i++) {
      loop.accept(0);
    }
    return nanos < COMPILED_NANOS;
  }
}
