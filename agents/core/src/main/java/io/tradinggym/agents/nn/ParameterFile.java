package io.tradinggym.agents.nn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Saves and loads the parameters of a {@link ParameterLayout}: a versioned block with check sums that holds each
 * tensor's name, shape and values. A file is replaced in one step, so that a crash or a full disk leaves the old one
 * intact.
 */
public final class ParameterFile {
  private static final String KIND = "params";
  private static final int VERSION = 1;

  private ParameterFile() {}

  /**
   * Writes the parameters.
   *
   * @param out where it is written
   * @param layout names and places of the parameters
   * @param params as long as the layout
   * @throws IOException if it cannot be written
   */
  public static void write(DataOutput out, ParameterLayout layout, float[] params)
      throws IOException {
    checkLength(layout, params);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeInt(layout.tensors().size());
    for (Tensor t : layout.tensors()) {
      body.writeUTF(t.name());
      body.writeInt(t.rows());
      body.writeInt(t.columns());
    }
    ByteBuffer values = ByteBuffer.allocate(4 * layout.size());
    values.asFloatBuffer().put(params, 0, layout.size());
    body.write(values.array());
    FramedBlock.write(out, KIND, VERSION, bytes.toByteArray());
  }

  /**
   * Reads parameters that {@link #write} wrote for a layout of the same names and shapes.
   *
   * @param in where {@link #write} began
   * @param layout names and places of the parameters
   * @param params receives them; as long as the layout
   * @throws ModelFormatException if they are damaged, cut short, of another version or of other shapes; {@code params}
   *     is then unchanged
   */
  public static void read(DataInput in, ParameterLayout layout, float[] params) throws IOException {
    checkLength(layout, params);
    byte[] bytes = FramedBlock.read(in, KIND, VERSION);
    DataInputStream body = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Tensor> tensors = layout.tensors();
    int count = body.readInt();
    for (int i = 0; i < Math.max(count, tensors.size()); i++) {
      String found =
          i < count ? body.readUTF() + " " + body.readInt() + " x " + body.readInt() : "nothing";
      String expected = i < tensors.size() ? describe(tensors.get(i)) : "nothing";
      if (!found.equals(expected)) {
        throw new ModelFormatException(
            "tensor " + i + " is " + found + ", this model needs " + expected);
      }
    }
    ByteBuffer.wrap(bytes, bytes.length - body.available(), body.available())
        .asFloatBuffer()
        .get(params, 0, layout.size());
  }

  /**
   * Writes a file, in place of the one that may be there.
   *
   * @param file written anew, in place of one that may be there
   * @param layout names, places and shapes of the parameters
   * @param params as long as the layout
   * @throws IOException if it cannot be written
   */
  public static void save(Path file, ParameterLayout layout, float[] params) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(new DataOutputStream(bytes), layout, params);
    replace(file, bytes.toByteArray());
  }

  /**
   * Reads a file that {@link #save} wrote.
   *
   * @param file that is read
   * @param layout names and places of the parameters
   * @return the parameters, {@code layout.size()} floats
   * @throws ModelFormatException naming the file, if its contents cannot be used
   * @throws IOException if the file cannot be read
   */
  public static float[] load(Path file, ParameterLayout layout) throws IOException {
    float[] params = new float[layout.size()];
    ByteArrayInputStream bytes = new ByteArrayInputStream(Files.readAllBytes(file));
    try {
      read(new DataInputStream(bytes), layout, params);
    } catch (ModelFormatException e) {
      throw new ModelFormatException(file + ": " + e.getMessage(), e);
    }
    if (bytes.available() > 0) {
      throw new ModelFormatException(
          file + ": " + bytes.available() + " bytes follow the parameters");
    }
    return params;
  }

  /**
   * Replaces a file's contents in one step: writes a new file beside it, forces it to disk, and moves it over the old
   * one.
   *
   * @param file in a directory that exists
   * @param contents what is written
   * @throws IOException if it cannot be written
   */
  public static void replace(Path file, byte[] contents) throws IOException {
    Path target = file.toAbsolutePath();
    Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(contents);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static String describe(Tensor t) {
    return t.name() + " " + t.rows() + " x " + t.columns();
  }

  private static void checkLength(ParameterLayout layout, float[] params) {
    if (params.length < layout.size()) {
      throw new IllegalArgumentException(
          "the layout has " + layout.size() + " parameters, the array only " + params.length);
    }
  }
}
