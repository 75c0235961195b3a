package org.muniflow.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The line between a city and its mail server. When it is armed, it hears the server accept a message, lets something happen,
 * and goes dead before the city hears it.
 */
final class MailLine implements AutoCloseable {

    private static final String END_OF_MESSAGE = "\r\n.\r\n";

    private final ServerSocket city;
    private final int server;
    private final ExecutorService relays = Executors.newCachedThreadPool();
    private final AtomicReference<Runnable> whenAccepted = new AtomicReference<>(() -> {});
    private volatile boolean armed;

    MailLine(int serverPort) {
        this.server = serverPort;
        try {
            city = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        relays.execute(this::listen);
    }

    int port() {
        return city.getLocalPort();
    }

    /** Lets something happen once, between the server's acceptance and the city's hearing of it. */
    void onceAccepted(Runnable act) {
        whenAccepted.set(act);
        armed = true;
    }

    private void listen() {
        while (!city.isClosed()) {
            try {
                Socket near = city.accept();
                relays.execute(() -> relay(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket near) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), server)) {
            AtomicReference<Boolean> sent = new AtomicReference<>(false);
            relays.execute(() -> forward(near, far, sent));
            InputStream answers = far.getInputStream();
            OutputStream out = near.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = answers.read(buffer); read > 0; read = answers.read(buffer)) {
                if (armed && sent.get()) {
                    armed = false;
                    whenAccepted.get().run();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // One side has hung up; the other is closed with it.
            return;
        }
    }

    private static void forward(Socket near, Socket far, AtomicReference<Boolean> sent) {
        String tail = "";
        byte[] buffer = new byte[8192];
        try {
            InputStream in = near.getInputStream();
            OutputStream out = far.getOutputStream();
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                tail += new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                tail = tail.substring(Math.max(0, tail.length() - END_OF_MESSAGE.length()));
                if (tail.equals(END_OF_MESSAGE)) {
                    sent.set(true);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            city.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        relays.shutdownNow();
    }
}
