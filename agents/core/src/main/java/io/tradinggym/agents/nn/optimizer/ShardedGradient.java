package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The gradient of a minibatch, computed in shards of its rows by one or more threads, with the same bits for any number
 * of threads: where the shards lie depends on the number of rows alone, each shard is summed by itself, and these sums
 * are added in the order of the shards. A thread keeps one gradient, which stays in its cache, and adds it when its
 * turn has come, while the others compute.
 *
 * <p>There is a shard for every 128 rows, at most 16. For one caller at a time; {@link #close} ends the threads.
 */
public final class ShardedGradient implements AutoCloseable {
  /** Most shards, and so the most threads that can help. */
  public static final int MAX_SHARDS = 16;

  private static final int SHARD_ROWS = 128;
  private static final int SPINS = 2_000;

  /** Computes one shard: runs its rows forward and backward, adding to its gradient and its sums. */
  @FunctionalInterface
  public interface Task {
    /**
     * Called once for each shard, from several threads at a time; shards with the same worker never overlap.
     *
     * @param shard the rows that are to be done, and where what they contribute is added
     */
    void run(Shard shard);
  }

  private final Kernels kernels;
  private final int threads;
  private final Shard[] shards;
  private final int parameters;
  private final double[] sums;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger added = new AtomicInteger();
  private volatile boolean failed;
  private final ExecutorService pool;

  /**
   * Room for the shards of one gradient.
   *
   * @param kernels the arithmetic to use
   * @param parameters length of the gradient, &gt;= 1
   * @param statistics length of the sums (losses and other figures) that are gathered beside it, &gt;= 0
   * @param threads &gt;= 1, the caller's own included
   */
  public ShardedGradient(Kernels kernels, int parameters, int statistics, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, was " + threads);
    }
    this.kernels = kernels;
    this.threads = Math.min(threads, MAX_SHARDS);
    this.parameters = parameters;
    this.shards = new Shard[this.threads];
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new Shard(i, parameters, statistics);
    }
    this.sums = new double[statistics];
    this.pool =
        Executors.newFixedThreadPool(
            Math.max(1, this.threads - 1),
            Thread.ofPlatform().name("gradient-", 0).daemon().factory());
  }

  /**
   * {@return the most rows a shard can have of any minibatch of at most so many rows: the size for workspaces}
   *
   * @param rows most rows of a minibatch, &gt;= 1
   */
  public static int shardRows(int rows) {
    return shardRows(rows, 1);
  }

  /**
   * {@return the same where rows are pieces of {@code piece} rows that must stay together}
   *
   * @param rows most rows of a minibatch, a multiple of {@code piece}
   * @param piece rows that must stay together, &gt;= 1
   */
  public static int shardRows(int rows, int piece) {
    // A smaller minibatch may have larger shards: 260 rows make three of 88, 256 make two of 128.
    int pieces = rows / piece;
    return piece
        * Math.max(Math.min(tiles(pieces), tiles(shardPieces(piece))), even(pieces, piece));
  }

  private static int shardPieces(int piece) {
    return Math.max(1, SHARD_ROWS / piece);
  }

  /** Pieces of every shard but the last, of a minibatch of so many pieces. */
  private static int even(int pieces, int piece) {
    int each = shardPieces(piece);
    int count = Math.clamp((pieces + each - 1) / each, 1, MAX_SHARDS);
    return tiles((pieces + count - 1) / count);
  }

  /** Rounded up to whole register tiles. */
  private static int tiles(int rows) {
    return (rows + 3) & ~3;
  }

  /** {@return the number of workers: a task needs one workspace for each} */
  public int workers() {
    return threads;
  }

  /**
   * Runs the task over all rows and adds the shards' gradients to {@code gradient}, in order.
   *
   * @param rows of the minibatch, &gt;= 1
   * @param gradient as long as the parameters; what the rows contribute is added
   * @param task done once for each shard
   * @return the sums over all shards; overwritten by the next call
   */
  public double[] accumulate(int rows, float[] gradient, Task task) {
    return accumulate(rows, 1, gradient, task);
  }

  /**
   * {@return the sums over all shards, as {@link #accumulate(int, float[], Task)}, where rows are pieces that
   * must stay together}
   *
   * @param rows of the minibatch, &gt;= 1
   * @param piece rows of a piece; divides {@code rows}
   * @param gradient as long as the parameters; what the rows contribute is added
   * @param task done once for each shard
   */
  public double[] accumulate(int rows, int piece, float[] gradient, Task task) {
    if (rows < 1 || gradient.length != parameters) {
      throw new IllegalArgumentException(
          "needs rows >= 1 and a gradient of "
              + parameters
              + ", was "
              + rows
              + ", "
              + gradient.length);
    }
    int step = piece * even(rows / piece, piece);
    int count = (rows + step - 1) / step;
    Arrays.fill(sums, 0);
    if (threads == 1 || count == 1) {
      for (int i = 0; i < count; i++) {
        shards[0].run(task, i, i * step, Math.min(rows, (i + 1) * step));
        add(shards[0], gradient);
      }
    } else {
      runOnThreads(rows, step, count, gradient, task);
    }
    return sums;
  }

  private void runOnThreads(int rows, int step, int count, float[] gradient, Task task) {
    next.set(0);
    added.set(0);
    failed = false;
    Future<?>[] helpers = new Future<?>[Math.min(threads, count) - 1];
    for (int i = 0; i < helpers.length; i++) {
      int worker = i + 1;
      helpers[i] = pool.submit(() -> runShards(shards[worker], rows, step, count, gradient, task));
    }
    try {
      runShards(shards[0], rows, step, count, gradient, task);
    } finally {
      next.set(count); // after a failure the helpers need not go on
      await(helpers);
    }
  }

  private void runShards(Shard shard, int rows, int step, int count, float[] gradient, Task task) {
    try {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        shard.run(task, i, i * step, Math.min(rows, (i + 1) * step));
        if (!awaitTurn(i)) {
          return;
        }
        add(shard, gradient);
        added.set(i + 1);
      }
    } catch (RuntimeException | Error e) {
      failed = true; // nobody must wait for this shard
      throw e;
    }
  }

  /** Whether all shards before this one have been added; false if one of them failed. */
  @SuppressWarnings(
      "ThreadPriorityCheck") // With more threads than cores the other may need this one.
  private boolean awaitTurn(int shard) {
    for (int spin = 0; added.get() != shard; spin++) {
      if (failed) {
        return false;
      }
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    return true;
  }

  private static void await(Future<?>[] helpers) {
    for (Future<?> helper : helpers) {
      boolean interrupted = false;
      while (true) {
        try {
          helper.get();
          break;
        } catch (InterruptedException e) {
          interrupted = true; // the shards share the caller's arrays: they must end first
        } catch (ExecutionException e) {
          throw new IllegalStateException("a shard of the gradient failed", e.getCause());
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void add(Shard shard, float[] gradient) {
    kernels.add(gradient.length, shard.gradient, gradient);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += shard.sums[i];
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Some rows of a minibatch, and where to add what they contribute. */
  public static final class Shard {
    private final int worker;
    private final float[] gradient;
    private final double[] sums;
    private int index;
    private int from;
    private int to;

    private Shard(int worker, int parameters, int statistics) {
      this.worker = worker;
      this.gradient = new float[parameters];
      this.sums = new double[statistics];
    }

    private void run(Task task, int index, int from, int to) {
      this.index = index;
      this.from = from;
      this.to = to;
      Arrays.fill(gradient, 0f);
      Arrays.fill(sums, 0);
      task.run(this);
    }

    /** {@return the position among the shards, from 0} */
    public int index() {
      return index;
    }

    /** {@return who computes it, 0 to workers - 1: chooses the workspace, and must not change the result} */
    public int worker() {
      return worker;
    }

    /** {@return the first row of the minibatch that belongs to the shard, from 0} */
    public int from() {
      return from;
    }

    /** {@return the row after the last} */
    public int to() {
      return to;
    }

    /** {@return the number of rows} */
    public int rows() {
      return to - from;
    }

    /** {@return where the shard's gradient is added; zero at first} */
    public float[] gradient() {
      return gradient;
    }

    /** {@return where the shard's statistics are added, as many as the gradient was made for; zero at first} */
    public double[] sums() {
      return sums;
    }
  }
}
