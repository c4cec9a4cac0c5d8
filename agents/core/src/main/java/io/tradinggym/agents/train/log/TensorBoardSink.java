package io.tradinggym.agents.train.log;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Figures as TensorBoard events. The file is a row of records
 *
 * <pre>
 * uint64 length | uint32 masked CRC-32C of the length | byte[length] event | uint32 masked CRC-32C of the event
 * </pre>
 *
 * <p>in little-endian order, an event being the protocol buffer {@code { 1: double wall time, 2: int64 step, 3: string
 * version | 5: { 1: { 1: string tag, 2: float value } ... } }}.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">the TFRecord format</a>
 */
public final class TensorBoardSink implements MetricSink {
  private static final int MASK = 0xa282ead8;
  private static final int DOUBLE = 1;
  private static final int BYTES = 2;
  private static final int FLOAT = 5;

  private final Path folder;
  private final InstantSource clock;
  private @Nullable OutputStream out;

  /**
   * Writes an event file into a folder.
   *
   * @param folder made if it is missing
   * @param clock for the time in file names and events
   */
  public TensorBoardSink(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * One file for the whole run: TensorBoard reads the files of a folder by name and drops points that come again under
   * another. What earlier trainings left in the folder goes.
   */
  @Override
  public void open(long steps) throws IOException {
    Files.createDirectories(folder);
    List<Path> earlier = EventFiles.in(folder);
    Path file = folder.resolve(EventFiles.name(clock.instant()));
    Path beside = folder.resolve("." + file.getFileName() + ".new");
    OutputStream stream =
        new BufferedOutputStream(
            Files.newOutputStream(
                beside,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
    out = stream;
    ByteArrayOutputStream event = event(0);
    bytes(event, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    record(event.toByteArray());
    if (steps > 0) {
      long last = 0;
      for (Path before : earlier) {
        for (EventFiles.Event kept : EventFiles.read(before)) {
          if (kept.step() > last && kept.step() <= steps) {
            last = kept.step();
            record(kept.bytes());
          }
        }
      }
    }
    for (Path before : earlier) {
      Files.delete(before);
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void write(long steps, SortedMap<String, Double> figures) throws IOException {
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    for (Map.Entry<String, Double> figure : figures.entrySet()) {
      if (Double.isFinite(figure.getValue())) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        bytes(value, 1, figure.getKey().getBytes(StandardCharsets.UTF_8));
        tag(value, 2, FLOAT);
        value.writeBytes(little(4).putFloat(figure.getValue().floatValue()).array());
        bytes(summary, 1, value.toByteArray());
      }
    }
    ByteArrayOutputStream event = event(steps);
    bytes(event, 5, summary.toByteArray());
    record(event.toByteArray());
  }

  private ByteArrayOutputStream event(long steps) {
    Instant now = clock.instant();
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    tag(event, 1, DOUBLE);
    event.writeBytes(little(8).putDouble(now.getEpochSecond() + now.getNano() / 1e9).array());
    tag(event, 2, 0);
    varint(event, steps);
    return event;
  }

  private void record(byte[] event) throws IOException {
    byte[] length = little(8).putLong(event.length).array();
    OutputStream stream = Objects.requireNonNull(out, "open first");
    stream.write(length);
    stream.write(little(4).putInt(masked(length)).array());
    stream.write(event);
    stream.write(little(4).putInt(masked(event)).array());
    stream.flush();
  }

  private static void tag(ByteArrayOutputStream out, int field, int wire) {
    varint(out, (long) field << 3 | wire);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    tag(out, field, BYTES);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int masked(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
