package io.tradinggym.explain.claude;

import io.tradinggym.explain.claude.ClaudeException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Money that requests cost. Before a request its worst case is reserved, afterwards what it did cost is settled; what
 * was reserved and never settled counts in full, in this process and in any later one. Each is a line of a file that
 * is locked while it is read and written, so that processes share the caps of a day. Fails closed: where the file
 * cannot be read or written nothing is reserved, and nothing is asked.
 *
 * <pre>
 * 2026-11-30 SPY 91827-1 4500000       reserved
 * 2026-11-30 SPY 91827-1 -3820000      given back when it was settled
 * </pre>
 *
 * <p>Safe for any number of threads.
 */
public final class Ledger {
  private final Path file;
  private final Caps caps;
  private final InstantSource clock;
  private final String process = Long.toString(ProcessHandle.current().pid());
  private long run;
  private long count;

  /**
   * A ledger over a file, which is made with the first reservation.
   *
   * @param clock tells the day
   */
  public Ledger(Path file, Caps caps, InstantSource clock) {
    this.file = file;
    this.caps = caps;
    this.clock = clock;
  }

  /** A reservation. */
  public final class Reservation {
    private final LocalDate day;
    private final String ticker;
    private final String id;
    private final long amount;
    private boolean settled;

    private Reservation(LocalDate day, String ticker, String id, long amount) {
      this.day = day;
      this.ticker = ticker;
      this.id = id;
      this.amount = amount;
    }

    /**
     * Puts what it did cost in place of what was reserved; the second time changes nothing.
     *
     * @param cost 1e-8 dollars, &gt;= 0
     */
    public void settle(long cost) {
      synchronized (Ledger.this) {
        if (!settled) {
          settled = true;
          run += cost - amount;
          book(day, ticker, id, cost - amount);
        }
      }
    }
  }

  /**
   * Sets money aside.
   *
   * @param worst 1e-8 dollars, &gt;= 0
   * @throws ClaudeException of kind BUDGET, naming the cap, if it would be passed or if the ledger cannot be kept
   */
  public synchronized Reservation reserve(String ticker, long worst) {
    if (worst < 0 || !ticker.matches("[A-Za-z0-9.^=-]{1,20}")) {
      throw new IllegalArgumentException("cannot reserve " + worst + " for \"" + ticker + "\"");
    }
    LocalDate day = Instant.ofEpochMilli(clock.millis()).atZone(ZoneOffset.UTC).toLocalDate();
    String id = process + "-" + ++count;
    within("this run", run, worst, caps.run());
    try (FileChannel channel = open()) {
      FileLock lock = channel.lock();
      try {
        Map<String, Long> spent = read(channel);
        within("a day", spent.getOrDefault(day.toString(), 0L), worst, caps.day());
        within(ticker + " a day", spent.getOrDefault(day + " " + ticker, 0L), worst, caps.ticker());
        write(channel, day, ticker, id, worst);
      } finally {
        lock.release();
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof ClaudeException budget ? budget : closed(e);
    }
    run += worst;
    return new Reservation(day, ticker, id, worst);
  }

  /** Spent and reserved by this process, 1e-8 dollars. */
  public synchronized long run() {
    return run;
  }

  private static void within(String what, long spent, long worst, long cap) {
    if (worst > cap - spent) {
      throw new ClaudeException(
          Kind.BUDGET,
          "the budget of %s is %s USD, %s are spent or reserved, and this may cost %s"
              .formatted(what, dollars(cap), dollars(spent), dollars(worst)));
    }
  }

  static String dollars(long units) {
    return java.math.BigDecimal.valueOf(units, 8).stripTrailingZeros().toPlainString();
  }

  private ClaudeException closed(Exception e) {
    return new ClaudeException(
        Kind.BUDGET, "the ledger " + file + " cannot be kept: " + e.getMessage(), null, e);
  }

  private void book(LocalDate day, String ticker, String id, long change) {
    try (FileChannel channel = open()) {
      FileLock lock = channel.lock();
      try {
        write(channel, day, ticker, id, change);
      } finally {
        lock.release();
      }
    } catch (IOException e) {
      throw closed(e); // The reservation stands in full: that is the safe side.
    }
  }

  private FileChannel open() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static void write(
      FileChannel channel, LocalDate day, String ticker, String id, long change)
      throws IOException {
    String line = day + " " + ticker + " " + id + " " + change + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  /** Sums by day, and by day and ticker. */
  private static Map<String, Long> read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    channel.position(0);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes);
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    Map<String, Long> spent = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] cells = line.split(" ", -1);
      if (cells.length != 4 || !text.endsWith("\n")) {
        throw new IOException("it holds the line \"" + line + "\"");
      }
      long amount = Long.parseLong(cells[3]);
      spent.merge(cells[0], amount, Math::addExact);
      spent.merge(cells[0] + " " + cells[1], amount, Math::addExact);
    }
    return spent;
  }
}
