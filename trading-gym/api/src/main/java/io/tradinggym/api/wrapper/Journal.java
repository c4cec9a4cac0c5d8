package io.tradinggym.api.wrapper;

import io.tradinggym.api.Batch;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.VectorWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/**
 * Writes a log of everything that happens, so that a run can be proven equal to another, or {@linkplain JournalReplay
 * replayed} and compared. It goes outermost.
 *
 * <pre>
 * header     int 0x5447_4a31 ("TGJ1") | text id | int lanes | int floats of an action
 * reset all  byte 1 | long seed | text options | results
 * reset some byte 2 | a byte per lane: 1 = reset | results
 * step       byte 3 | the actions, floats | results
 * results    per lane: double reward | byte end code | byte first | long FNV-1a hash of observation and mask bits;
 *            where a lane ended under SAME_STEP, of those shown now, then of the last ones
 * end        byte 0
 * </pre>
 *
 * <p>All numbers are big-endian; a text is its length in bytes (int) and UTF-8. {@link #sha256} is the hash of the
 * bytes so far: what {@code sha256sum} prints of the file once closed. A step allocates nothing (the stream may).
 */
public final class Journal extends VectorDecorator {
  static final int MAGIC = 0x5447_4a31;
  static final int RESET = 1;
  static final int RESET_LANES = 2;
  static final int STEP = 3;
  static final int END = 0;

  private final JournalWriter writer;
  private boolean closed;

  /**
   * Wraps an environment and writes the header; the stream is closed with the environment.
   *
   * @param inner that everything is passed on to
   * @param stream receives the header now, and the rest as it happens
   */
  public Journal(VectorEnvironment inner, OutputStream stream) {
    super(inner, inner.spec());
    writer = new JournalWriter(stream);
    writer.writeInt(MAGIC);
    writer.writeUtf(spec().id());
    writer.writeInt(lanes());
    writer.writeInt(spec().action().size());
  }

  /**
   * {@return a wrapper that writes a journal into this stream, of one environment}
   *
   * @param stream closed with the environment
   */
  public static VectorWrapper to(OutputStream stream) {
    return inner -> new Journal(inner, stream);
  }

  /** {@return the SHA-256 of what was written so far, in hexadecimal} */
  public String sha256() {
    return HexFormat.of().formatHex(writer.digest());
  }

  @Override
  public void reset(long seed, Options options, Batch out) {
    inner.reset(seed, options, out);
    writer.writeByte(RESET);
    writer.writeLong(seed);
    writer.writeUtf(options.toString());
    results(out);
  }

  @Override
  public void reset(boolean[] lanes, Batch out) {
    inner.reset(lanes, out);
    writer.writeByte(RESET_LANES);
    for (boolean lane : lanes) {
      writer.writeByte(lane ? 1 : 0);
    }
    results(out);
  }

  @Override
  public void step(float[] actions, Batch out) {
    inner.step(actions, out);
    writer.writeByte(STEP);
    for (float action : actions) {
      writer.writeInt(Float.floatToRawIntBits(action));
    }
    results(out);
  }

  private void results(Batch out) {
    for (int lane = 0; lane < out.lanes; lane++) {
      writer.writeLong(Double.doubleToRawLongBits(out.rewards[lane]));
      writer.writeByte(out.ends[lane]);
      writer.writeByte(out.first[lane] ? 1 : 0);
      writer.writeLong(hash(out, lane));
    }
  }

  /** FNV-1a over the observation's words, then the mask's entries. */
  static long hash(Batch batch, int lane) {
    long h = hash(0xcbf29ce484222325L, batch, lane, batch.observations, batch.masks);
    boolean kept = batch.ends[lane] != 0 && batch.finalObservations.length > 0;
    return kept ? hash(h, batch, lane, batch.finalObservations, batch.finalMasks) : h;
  }

  private static long hash(
      long start, Batch batch, int lane, float[] observations, boolean[] masks) {
    long h = start;
    for (int i = lane * batch.observationSize; i < (lane + 1) * batch.observationSize; i++) {
      h = (h ^ Float.floatToRawIntBits(observations[i])) * 0x100000001b3L;
    }
    for (int i = lane * batch.maskSize; i < (lane + 1) * batch.maskSize; i++) {
      h = (h ^ (masks[i] ? 1 : 0)) * 0x100000001b3L;
    }
    return h;
  }

  /** Not offered: two environments cannot write one log. */
  @Override
  public VectorEnvironment fork() {
    throw new UnsupportedOperationException("a journal cannot be forked; fork what is inside");
  }

  /** Writes the end and closes stream and environment; idempotent. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try (inner) {
        writer.writeByte(END);
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the journal of " + spec().id() + " could not be closed", e);
      }
    }
  }
}
