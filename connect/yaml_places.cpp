// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/yaml_places.h"

#include "connect/formats.h"

#include <QCoreApplication>

#include <yaml.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {
namespace {

constexpr int deepestYaml = 32;

//! Turns libyaml's marks, which count characters, into bytes. Marks come in order, but for small steps back.
class Offsets final
{
public:
    explicit Offsets(const QByteArray &text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if ((uchar(text[i]) & 0xc0) != 0x80)
                m_bytes.push_back(i);
        }
        m_bytes.push_back(text.size());
    }
    qsizetype of(const yaml_mark_t &mark) const { return m_bytes[std::min(mark.index, m_bytes.size() - 1)]; }

private:
    std::vector<qsizetype> m_bytes; //!< of each character, and of the end
};

class Reader final
{
public:
    explicit Reader(const QByteArray &text)
        : m_text(text)
        , m_offsets(text)
        , m_failed(!yaml_parser_initialize(&m_parser))
    {
        yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.constData()),
                                     size_t(text.size()));
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
    }
    ~Reader()
    {
        yaml_event_delete(&m_event);
        yaml_parser_delete(&m_parser);
    }
    Q_DISABLE_COPY_MOVE(Reader)

    Result<PlacedYamlText> read()
    {
        PlacedYamlText result;
        while (next() && m_event.type != YAML_STREAM_END_EVENT) {
            if (m_event.type != YAML_DOCUMENT_START_EVENT)
                continue;
            if (!result.isEmpty)
                return settingsRefused(
                    QCoreApplication::translate("gatehouse::Connections", "more than one document"),
                    qsizetype(m_event.start_mark.line) + 1);
            result.isEmpty = false;
            next();
            result.root = node(0);
        }
        if (m_failed)
            return settingsRefused(m_message.isEmpty()
                                       ? QCoreApplication::translate("gatehouse::Connections",
                                                                     "the file is not well-formed YAML here")
                                       : m_message,
                                   qsizetype(m_parser.problem_mark.line) + 1);
        return result;
    }

private:
    bool next()
    {
        yaml_event_delete(&m_event);
        m_failed = m_failed || !yaml_parser_parse(&m_parser, &m_event);
        return !m_failed;
    }

    //! The value that the event at hand begins.
    PlacedYaml node(int depth)
    {
        PlacedYaml result;
        if (m_failed)
            return result;
        if (depth > deepestYaml) {
            m_message =
                QCoreApplication::translate("gatehouse::Connections", "more than %1 levels within each other")
                    .arg(deepestYaml);
            m_failed = true;
            return result;
        }
        result.begin = m_offsets.of(m_event.start_mark);
        result.column = qsizetype(m_event.start_mark.column);
        qsizetype end = m_offsets.of(m_event.end_mark);
        switch (m_event.type) {
        case YAML_SCALAR_EVENT: {
            const auto &scalar = m_event.data.scalar;
            result.text = QByteArray(reinterpret_cast<const char *>(scalar.value), qsizetype(scalar.length));
            result.isMarked = scalar.anchor || scalar.tag;
            break;
        }
        case YAML_SEQUENCE_START_EVENT: {
            const auto &sequence = m_event.data.sequence_start;
            result.kind = PlacedYaml::Sequence;
            result.isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE;
            result.isMarked = sequence.anchor || sequence.tag;
            end = children(result, YAML_SEQUENCE_END_EVENT, depth);
            break;
        }
        case YAML_MAPPING_START_EVENT: {
            const auto &mapping = m_event.data.mapping_start;
            result.kind = PlacedYaml::Mapping;
            result.isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE;
            result.isMarked = mapping.anchor || mapping.tag;
            end = children(result, YAML_MAPPING_END_EVENT, depth);
            break;
        }
        default:
            result.kind = PlacedYaml::Alias;
        }
        result.end = trimmed(result.begin, end);
        return result;
    }

    //! Reads what stands in \a around; returns where that ends.
    qsizetype children(PlacedYaml &around, yaml_event_type_t last, int depth)
    {
        while (next() && m_event.type != last)
            around.children.push_back(node(depth + 1));
        // The end of a block is only seen at what follows it.
        if (around.isFlow || around.children.empty())
            return m_failed ? around.begin : m_offsets.of(m_event.end_mark);
        return around.children.back().end;
    }

    qsizetype trimmed(qsizetype begin, qsizetype end) const
    {
        while (end > begin && QByteArrayView(" \t\r\n").contains(m_text[end - 1]))
            --end;
        return std::max(begin, end);
    }

    const QByteArray &m_text;
    Offsets m_offsets;
    yaml_parser_t m_parser = {};
    yaml_event_t m_event = {};
    bool m_failed = false;
    QString m_message;
};

} // namespace

qsizetype PlacedYaml::valueOf(QByteArrayView name) const
{
    for (size_t i = 0; kind == Mapping && i + 1 < children.size(); i += 2) {
        if (children[i].kind == Scalar && children[i].text == name)
            return qsizetype(i) + 1;
    }
    return -1;
}

Result<PlacedYamlText> readYaml(const QByteArray &text)
{
    return Reader(text).read();
}

} // namespace gatehouse
