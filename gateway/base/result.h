// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace gatehouse {

//! Why a request is not served, in the terms of the contract's table of errors.
//! Only http/error_body turns it into bytes, in the dialect that asked.
struct Error
{
    int status = 500;      //!< HTTP status
    QByteArray type;       //!< OpenAI's `type`, such as `invalid_request_error`
    QByteArray code;       //!< OpenAI's `code`, such as `model_not_found`
    QString message;       //!< one sentence for a person; never holds a secret
    QByteArray param = {}; //!< the field at fault, empty if none
    std::optional<std::chrono::milliseconds> retryAfter = {};
    QByteArray allow = {};   //!< for 405: the methods that are allowed
    QByteArray details = {}; //!< Anthropic's `error.details` as JSON, where its clients act on them

    bool operator==(const Error &) const = default;
};

//! A value, or the reason why there is none.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    bool hasValue() const { return m_state.index() == 0; }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const & { return std::get<1>(m_state); }
    Error &&error() && { return std::get<1>(std::move(m_state)); }

    //! Calls \a next with the value, or hands the error on. \a next returns a Result.
    template<typename F>
    auto andThen(F &&next) && -> std::invoke_result_t<F, T>
    {
        if (hasValue())
            return std::invoke(std::forward<F>(next), std::get<0>(std::move(m_state)));
        return std::get<1>(std::move(m_state));
    }

private:
    std::variant<T, Error> m_state;
};

} // namespace gatehouse
