package org.muniflow.kernel.engine;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value of its own for every Spring transaction, made at first use and dropped with the transaction.
 *
 * @param <T> the value's type
 */
final class PerTransaction<T> {

    private final Supplier<T> make;
    private final Consumer<T> beforeCommit;
    private final Consumer<T> afterwards;

    PerTransaction(Supplier<T> make, Consumer<T> beforeCommit) {
        this(make, beforeCommit, value -> {});
    }

    PerTransaction(Supplier<T> make, Consumer<T> beforeCommit, Consumer<T> afterwards) {
        this.make = make;
        this.beforeCommit = beforeCommit;
        this.afterwards = afterwards;
    }

    /** Returns the value of the present transaction. Throws IllegalStateException when there is none. */
    T get() {
        T present = find();
        if (present != null) {
            return present;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("There is no transaction; call this inside one");
        }
        T made = make.get();
        TransactionSynchronizationManager.bindResource(this, made);
        TransactionSynchronizationManager.registerSynchronization(new Binding(made));
        return made;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T find() {
        return (T) TransactionSynchronizationManager.getResource(this);
    }

    private final class Binding implements TransactionSynchronization {

        private final T value;

        private Binding(T value) {
            this.value = value;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, value);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            beforeCommit.accept(value);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
            afterwards.accept(value);
        }
    }
}
