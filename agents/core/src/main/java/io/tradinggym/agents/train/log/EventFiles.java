package io.tradinggym.agents.train.log;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The event files that {@link TensorBoardSink} left in a folder. */
final class EventFiles {
  private static final String PREFIX = "events.out.tfevents.";
  private static final String SUFFIX = ".tradinggym";
  private static final int STEP = 2 << 3;
  private static final int WALL_TIME = 1 + Double.BYTES;

  private EventFiles() {}

  /** An event's bytes, and its step; 0 for the version that a file begins with. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Event(long step, byte[] bytes) {}

  /** In whole seconds with leading zeros: names in the order of time. */
  static String name(Instant now) {
    return String.format(Locale.ROOT, "%s%010d%s", PREFIX, now.getEpochSecond(), SUFFIX);
  }

  /** In the order of the numbers in their names. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      found.forEach(files::add);
    }
    files.sort(Comparator.comparingLong(EventFiles::number).thenComparing(Path::toString));
    return files;
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    String middle = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
    return middle.matches("\\d{1,18}") ? Long.parseLong(middle) : 0;
  }

  /** The events of a file, up to one that a crash cut short. */
  static List<Event> read(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        long length = Long.reverseBytes(in.readLong());
        in.readInt();
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
          return events;
        }
        in.readInt();
        events.add(new Event(step(bytes), bytes));
      }
    } catch (EOFException e) {
      return events;
    }
  }

  /** Events begin with wall time and step, as the sink writes them. */
  private static long step(byte[] event) {
    ByteBuffer bytes = ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN);
    if (event.length < WALL_TIME + 2 || bytes.get(WALL_TIME) != STEP) {
      return 0;
    }
    long step = 0;
    int at = WALL_TIME + 1;
    for (int shift = 0; at < event.length; shift += 7) {
      byte part = bytes.get(at++);
      step |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        break;
      }
    }
    return step;
  }
}
